package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Remove an installed certificate identified by hash data; CSMS to station.
 * Source: OCPP 2.x M04.
 */
public interface DeleteCertificate {

    /** What the sender of DeleteCertificate says. */
    record Request(
            CertificateHashData certificateHashData,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(CertificateHashData certificateHashData) {
            this(certificateHashData, null);
        }
    }

    /** The answer to DeleteCertificate. */
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

    /** Delete Certificate Status. */
    enum DeleteCertificateStatus {
        Accepted,
        Failed,
        NotFound
    }
}
