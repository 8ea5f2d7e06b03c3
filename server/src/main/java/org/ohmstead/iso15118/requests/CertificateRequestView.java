package org.ohmstead.iso15118.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a station has asked about certificates, as the API shows it. */
@Schema(name = "CertificateRequest")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CertificateRequestView(
        long id,

        @Schema(description = "Identity of the station") String station,

        @Schema(
                description = "Authorize (with a contract certificate), Get15118EVCertificate, GetCertificateStatus or"
                        + " GetCertificateChainStatus, which has one for each certificate",
                examples = "GetCertificateStatus")
        String action,

        @Schema(description = "eMAID, or serial number in hex. Absent: none was named") @Nullable
        String subject,

        @Schema(
                description = "The status that the station was answered, in OCPP's word",
                examples = "CertificateRevoked")
        String outcome,

        @Schema(description = "Why, as part of a sentence. Absent: there is nothing to say") @Nullable
        String reason,

        @Schema(description = "The host of the responder, or the pool, that was asked. Absent: nobody was") @Nullable
        String source,

        @Schema(description = "From the arrival to the answer, in milliseconds")
        long durationMs,

        @Schema(description = "In characters, of what was passed on to the station; it is not kept itself")
        long answerSize,

        Instant at) {
    static CertificateRequestView of(CertificateRequest request) {
        return new CertificateRequestView(
                request.id(),
                request.station(),
                request.action(),
                request.subject(),
                request.outcome(),
                request.reason(),
                request.source(),
                request.took().toMillis(),
                request.size(),
                request.at());
    }
}
