package org.ohmstead.drivers;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.EntityTag;
import org.ohmstead.api.Tagged;

/** A company as REST shows it. */
@Schema(name = "Company")
public record CompanyView(
        long id,
        @Schema(examples = "Acme GmbH") String name,
        @Nullable String email,
        @Nullable String language,
        @Nullable String address,
        @Nullable String vatNumber,
        @Nullable String note,

        @Schema(description = "Groups of tokens whose sessions it pays")
        List<String> tokenGroups,

        Instant createdAt,
        Instant updatedAt)
        implements Tagged {
    public CompanyView {
        tokenGroups = List.copyOf(tokenGroups);
    }

    static CompanyView of(StoredCompany stored) {
        Company company = stored.company();
        Person person = company.person();
        return new CompanyView(
                stored.id(),
                person.name(),
                person.email(),
                person.language(),
                person.address(),
                person.vatNumber(),
                company.note(),
                company.tokenGroups(),
                stored.createdAt(),
                stored.updatedAt());
    }

    @Override
    public EntityTag entityTag() {
        return EntityTag.of(id, name, email, language, address, vatNumber, note, tokenGroups);
    }
}
