package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Remove an installed CA certificate identified by its hash data; CSMS to station.
 * Source: OCPP 1.6 security extension M04.
 */
public interface DeleteCertificate {

    /** What the sender of DeleteCertificate says. */
    record Request(CertificateHashData certificateHashData) implements OcppCall<Response> {}

    /** The answer to DeleteCertificate. */
    record Response(DeleteCertificateStatus status) implements OcppResult {}

    /** Delete Certificate Status. */
    enum DeleteCertificateStatus {
        Accepted,
        Failed,
        NotFound
    }
}
