package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Deliver the certificate chain signed for a CSR; CSMS to station.
 * Source: OCPP 2.x A02, A03.
 */
public interface CertificateSigned {

    /** What the sender of CertificateSigned says. */
    record Request(
            @MaxLength(10000) String certificateChain,
            @Nullable CertificateSigningUse certificateType,
            @Since(V21) @Nullable Integer requestId,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                String certificateChain, @Nullable CertificateSigningUse certificateType, @Nullable Integer requestId) {
            this(certificateChain, certificateType, requestId, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(String certificateChain) {
            this(certificateChain, null, null, null);
        }
    }

    /** The answer to CertificateSigned. */
    record Response(
            CertificateSignedStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(CertificateSignedStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(CertificateSignedStatus status) {
            this(status, null, null);
        }
    }

    /** Certificate Signed Status. */
    enum CertificateSignedStatus {
        Accepted,
        Rejected
    }
}
