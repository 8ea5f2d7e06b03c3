package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Deliver the certificate (chain) signed for a CSR; CSMS to station.
 * Source: OCPP 1.6 security extension A02, A03.
 */
public interface CertificateSigned {

    /** What the sender of CertificateSigned says. */
    record Request(@MaxLength(10000) String certificateChain) implements OcppCall<Response> {}

    /** The answer to CertificateSigned. */
    record Response(CertificateSignedStatus status) implements OcppResult {}

    /** Certificate Signed Status. */
    enum CertificateSignedStatus {
        Accepted,
        Rejected
    }
}
