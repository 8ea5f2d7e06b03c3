package org.ohmstead.drivers;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** A company as REST takes it; what is left out has the default that its description names. */
@Schema(description = "Who pays for others: an employer, a fleet")
public record CompanyBody(
        @Schema(examples = "Acme GmbH", maxLength = 200, required = true) @Nullable
        String name,

        @Schema(examples = "invoices@acme.example", maxLength = 250) @Nullable
        String email,

        @Schema(description = "Of invoices, RFC 5646. Default: the organisation's", examples = "de", maxLength = 8)
        @Nullable
        String language,

        @Schema(description = "As it stands on an invoice; several lines", maxLength = 1000) @Nullable
        String address,

        @Schema(examples = "DE136695976", maxLength = 50) @Nullable
        String vatNumber,

        @Schema(description = "For your own use", maxLength = 1000) @Nullable
        String note,

        @Schema(description = "Groups of tokens whose sessions it pays. Default: none") @Nullable
        List<String> tokenGroups) {
    static CompanyBody of(Company company) {
        Person person = company.person();
        return new CompanyBody(
                person.name(),
                person.email(),
                person.language(),
                person.address(),
                person.vatNumber(),
                company.note(),
                company.tokenGroups());
    }

    Company company() {
        if (name == null) {
            throw Refused.invalid("name", "name is missing; give one, such as 'Acme GmbH'.");
        }
        return new Company(
                new Person(
                        name.strip(),
                        QueryWords.text(email),
                        QueryWords.text(address),
                        QueryWords.text(vatNumber),
                        QueryWords.text(language)),
                QueryWords.text(note),
                Objects.requireNonNullElse(tokenGroups, List.of()));
    }
}
