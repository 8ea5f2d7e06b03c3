package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Removes a root certificate, named by its hash data; CSMS to station.
 * Source: OCPP 1.6 security extension M04.
 */
public interface DeleteCertificate {

    /** @param certificateHashData certificate to remove, as the station listed it */
    record Request(CertificateHashData certificateHashData) implements OcppCall<Response> {}

    /** @param status what became of it */
    record Response(DeleteCertificateStatus status) implements OcppResult {}

    /** Outcome of a removal. Failed: found, but still there. */
    enum DeleteCertificateStatus {
        Accepted,
        Failed,
        NotFound
    }
}
