package org.ohmstead.drivers;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.EntityTag;
import org.ohmstead.api.Tagged;

/** A driver as REST shows it. */
@Schema(name = "Driver")
public record DriverView(
        long id,
        @Schema(examples = "Anna Berg") String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String address,
        @Nullable String vatNumber,

        @Schema(description = "Number of the company that pays for them; null: they pay themselves") @Nullable
        Long company,

        @Schema(enumeration = {"wallet", "invoice"}) String paymentMethod,

        @Nullable String note,
        List<Long> tokens,
        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "When all that tells who it is was erased; null: it was not") @Nullable
        Instant erasedAt)
        implements Tagged {
    public DriverView {
        tokens = List.copyOf(tokens);
    }

    public static DriverView of(StoredDriver stored) {
        Driver driver = stored.driver();
        Person person = driver.person();
        return new DriverView(
                stored.id(),
                person.name(),
                person.email(),
                driver.phone(),
                person.language(),
                person.address(),
                person.vatNumber(),
                driver.company(),
                driver.method().word(),
                driver.note(),
                driver.tokens(),
                stored.createdAt(),
                stored.updatedAt(),
                stored.erasedAt());
    }

    @Override
    public EntityTag entityTag() {
        return EntityTag.of(
                id, name, email, phone, language, address, vatNumber, company, paymentMethod, note, tokens, erasedAt);
    }
}
