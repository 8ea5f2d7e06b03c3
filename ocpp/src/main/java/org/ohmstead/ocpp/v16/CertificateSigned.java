package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Delivers the client certificate made from a signing request of the station; CSMS to station.
 * Source: OCPP 1.6 security extension A02, A03.
 */
public interface CertificateSigned {

    /** @param certificateChain PEM, the leaf first, then the sub CAs in order */
    record Request(@MaxLength(10000) String certificateChain) implements OcppCall<Response> {}

    /** @param status whether the station uses the certificate */
    record Response(CertificateSignedStatus status) implements OcppResult {}

    /** Verdict of the station on a new client certificate. Rejected: invalid, or not for its key. */
    enum CertificateSignedStatus {
        Accepted,
        Rejected
    }
}
