package org.ohmstead.authority.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.certificates.SignedFor;

/** What a station has asked to be signed, as the API shows it. */
@Schema(name = "SigningRequest")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SigningRequestView(
        long id,

        @Schema(implementation = SignedFor.class) String use,

        @Schema(description = "For whom. Absent: it cannot be read") @Nullable
        String subject,

        @Schema(
                implementation = SigningRequest.State.class,
                description =
                        "accepted: it is to be signed; issued: its certificate is to be sent; sent: it is on its way, or"
                                + " waits for the station; installed; refused: it was not accepted; rejected: the station"
                                + " did not take the certificate; failed: nothing came of it")
        String state,

        @Schema(description = "Why it came to nothing, or what it waits for") @Nullable
        String reason,

        @Schema(description = "Of 2.1: the station's number for it") @Nullable
        Integer requestId,

        @Schema(description = "How often sending the certificate came to nothing")
        int attempts,

        @Schema(description = "The request as it came (PKCS#10)")
        String csr,

        @Schema(description = "When it came last") Instant receivedAt,

        Instant changedAt) {
    static SigningRequestView of(SigningRequest one) {
        return new SigningRequestView(
                one.id(),
                one.asked().use().word(),
                one.subject(),
                one.progress().state().word(),
                one.progress().reason(),
                one.asked().request(),
                one.progress().attempts(),
                one.asked().pem(),
                one.asked().at(),
                one.progress().changedAt());
    }
}
