package org.ohmstead.authority.issued;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.certificates.SignedFor;

/** A certificate that was issued, as the API shows it. */
@Schema(name = "IssuedCertificate")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IssuedView(
        long id,

        @Schema(description = "Identity of the station, also of one that was deleted since")
        String station,

        @Schema(description = "Number of the authority that has signed it")
        long authority,

        @Schema(implementation = SignedFor.class) String use,

        @Schema(
                implementation = IssuedCertificate.State.class,
                description =
                        "valid; superseded: the station has connected with a newer one; rejected: the station did not"
                                + " take it; expired; revoked")
        String state,

        @Schema(description = "In hex, without leading zeros")
        String serialNumber,

        String subject,
        String issuer,
        Instant validFrom,
        Instant validUntil,
        Instant issuedAt,

        @Schema(description = "What the station said to it: accepted or rejected. Absent: nothing yet") @Nullable
        String answer,

        @Nullable Instant answeredAt,

        @Schema(description = "When the station first connected with it. Absent: it has not") @Nullable
        Instant usedAt,

        @Nullable Instant supersededAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,

        @Schema(implementation = RevocationReason.class) @Nullable
        String revocationReason,

        @Schema(description = "When the station was last asked for a newer one. Absent: never") @Nullable
        Instant renewalAskedAt,

        @Schema(description = "What came of that, if it was nothing") @Nullable
        String renewalFailure,

        @Schema(
                description =
                        "The certificate and those that have signed it, as PEM, where one is asked for by its number; in"
                                + " lists it is absent")
        @Nullable
        String pem) {
    static IssuedView of(IssuedCertificate one, Instant now, boolean whole) {
        IssuedCertificate.Content content = one.content();
        IssuedCertificate.Life life = one.life();
        IssuedCertificate.Revocation revocation = life.revocation();
        IssuedCertificate.Renewal renewal = life.renewal();
        return new IssuedView(
                one.id(),
                one.identity(),
                one.authority(),
                one.use().word(),
                one.state(now).word(),
                content.serialNumber(),
                content.subject(),
                content.issuer(),
                content.from(),
                content.until(),
                life.issuedAt(),
                life.answer(),
                life.answeredAt(),
                life.usedAt(),
                life.supersededAt(),
                revocation == null ? null : revocation.at(),
                revocation == null ? null : revocation.by(),
                revocation == null ? null : revocation.reason().word(),
                renewal == null ? null : renewal.askedAt(),
                renewal == null ? null : renewal.failure(),
                whole ? content.chain() : null);
    }
}
