package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Delivers the certificate made from a signing request of the station; CSMS to station.
 * Source: OCPP 2.x A02, A03.
 */
public interface CertificateSigned {

    /**
     * @param certificateChain PEM, the leaf first, then the sub CAs in order
     * @param certificateType  as in the request; absent: for the link to the CSMS, and for V2G if the station does that
     * @param requestId        as in the request; required if that had one
     */
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

    /**
     * @param status     whether the station uses the certificate
     * @param statusInfo reason, as code and text
     */
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

    /** Verdict of the station on a new certificate. Rejected: invalid, or not for its key. */
    enum CertificateSignedStatus {
        Accepted,
        Rejected
    }
}
