package org.ohmstead.drivers;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** A driver as REST takes it; what is left out has the default that its description names. */
@Schema(description = "Somebody who charges with an account")
public record DriverBody(
        @Schema(examples = "Anna Berg", maxLength = 200, required = true) @Nullable
        String name,

        @Schema(examples = "anna@example.org", maxLength = 250) @Nullable
        String email,

        @Schema(maxLength = 50) @Nullable String phone,

        @Schema(description = "Of invoices, RFC 5646. Default: the organisation's", examples = "de", maxLength = 8)
        @Nullable
        String language,

        @Schema(description = "As it stands on an invoice; several lines", maxLength = 1000) @Nullable
        String address,

        @Schema(examples = "DE136695976", maxLength = 50) @Nullable
        String vatNumber,

        @Schema(description = "Number of the company that pays for them. Default: they pay themselves") @Nullable
        Long company,

        @Schema(
                description = "How they pay: out of what was paid before, or later by an invoice. Default: invoice",
                enumeration = {"wallet", "invoice"})
        @Nullable
        String paymentMethod,

        @Schema(description = "For your own use", maxLength = 1000) @Nullable
        String note,

        @Schema(description = "Numbers of the tokens that are theirs. Default: none") @Nullable
        List<Long> tokens) {
    private static final int MOST_TOKENS = 1000;

    static DriverBody of(Driver driver) {
        Person person = driver.person();
        return new DriverBody(
                person.name(),
                person.email(),
                driver.phone(),
                person.language(),
                person.address(),
                person.vatNumber(),
                driver.company(),
                driver.method().word(),
                driver.note(),
                driver.tokens());
    }

    Driver driver() {
        if (name == null) {
            throw Refused.invalid("name", "name is missing; give one, such as 'Anna Berg'.");
        }
        List<Long> all = Objects.requireNonNullElse(tokens, List.of());
        if (all.size() > MOST_TOKENS) {
            throw Refused.invalid(
                    "tokens", "tokens has " + all.size() + " entries; allowed are up to " + MOST_TOKENS + ".");
        }
        PaymentMethod method = QueryWords.word("paymentMethod", PaymentMethod.class, paymentMethod);
        return new Driver(
                new Person(
                        name.strip(),
                        QueryWords.text(email),
                        QueryWords.text(address),
                        QueryWords.text(vatNumber),
                        QueryWords.text(language)),
                QueryWords.text(phone),
                company,
                method == null ? PaymentMethod.INVOICE : method,
                QueryWords.text(note),
                all);
    }
}
