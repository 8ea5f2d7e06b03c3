package org.ohmstead.iso15118.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an organisation lets pass, as the API takes and shows it. */
@Schema(name = "ContractLeniency")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeniencyBody(
        @Schema(
                required = true,
                description =
                        "Whether a contract certificate counts as good where no OCSP responder has said anything: none is"
                                + " named, or it does not answer. One that is said to be revoked is refused all the same")
        @Nullable
        Boolean withoutOcsp,

        @Schema(required = true, description = "Whether certificates may have expired") @Nullable
        Boolean expired,

        @Schema(
                required = true,
                description =
                        "Whether a chain counts that ends at none of the contract roots, and what a responder says of a"
                                + " certificate whose issuer is not known here")
        @Nullable
        Boolean unknownRoot,

        @Schema(readOnly = true, description = "What that means, where anything is let pass. Absent: all is checked")
        @Nullable
        String warning) {
    static LeniencyBody of(Leniency leniency) {
        return new LeniencyBody(leniency.withoutOcsp(), leniency.expired(), leniency.unknownRoot(), leniency.warning());
    }
}
