package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Hands over a certificate signing request; station to CSMS.
 * Source: OCPP 1.6 security extension A02, A03.
 */
public interface SignCertificate {

    /** @param csr PKCS#10 request, PEM */
    record Request(@MaxLength(5500) String csr) implements OcppCall<Response> {}

    /** @param status whether the CSMS takes it on; the certificate follows in CertificateSigned */
    record Response(GenericStatus status) implements OcppResult {}

    /** Plain yes or no. */
    enum GenericStatus {
        Accepted,
        Rejected
    }
}
