package org.ohmstead.iso15118.roots;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An authority as the API shows it. */
@Schema(name = "ContractRoot")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContractRootView(
        long id,

        @Schema(implementation = RootUse.class, description = "What it vouches for: v2g, mo or oem")
        String use,

        @Schema(description = "Whose it is", examples = "CN=MO Root CA,O=Example")
        String subject,

        @Schema(description = "Who has signed it; the same as subject: it is a root")
        String issuer,

        @Schema(description = "SHA-256 of the certificate, in hex")
        String fingerprint,

        Instant validFrom,
        Instant validUntil,
        @Nullable String note,

        @Schema(description = "Who added it", examples = "user:anna@example.org")
        String addedBy,

        Instant addedAt,

        @Schema(description = "The certificate itself, as PEM")
        String certificate) {
    static ContractRootView of(ContractRoot root) {
        return new ContractRootView(
                root.id(),
                root.use().word(),
                root.certificate().getSubjectX500Principal().getName(),
                root.certificate().getIssuerX500Principal().getName(),
                Certificates.fingerprint(root.certificate()),
                root.certificate().getNotBefore().toInstant(),
                root.certificate().getNotAfter().toInstant(),
                root.note(),
                root.actor(),
                root.addedAt(),
                Certificates.write(root.certificate()));
    }
}
