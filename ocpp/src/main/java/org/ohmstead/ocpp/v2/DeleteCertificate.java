package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Removes a certificate, named by its hash data; CSMS to station.
 * Source: OCPP 2.x M04.
 */
public interface DeleteCertificate {

    /** @param certificateHashData certificate to remove, with the hash algorithm by which the station listed it */
    record Request(
            CertificateHashData certificateHashData,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(CertificateHashData certificateHashData) {
            this(certificateHashData, null);
        }
    }

    /**
     * @param status     what became of it
     * @param statusInfo reason, as code and text
     */
    record Response(
            DeleteCertificateStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(DeleteCertificateStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(DeleteCertificateStatus status) {
            this(status, null, null);
        }
    }

    /** Outcome of a removal. Failed: found, but still there. */
    enum DeleteCertificateStatus {
        Accepted,
        Failed,
        NotFound
    }
}
