package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Hand over a PEM CSR to be signed; station to CSMS.
 * Source: OCPP 1.6 security extension A02, A03.
 */
public interface SignCertificate {

    /** What the sender of SignCertificate says. */
    record Request(@MaxLength(5500) String csr) implements OcppCall<Response> {}

    /** The answer to SignCertificate. */
    record Response(GenericStatus status) implements OcppResult {}

    /** Generic Status. */
    enum GenericStatus {
        Accepted,
        Rejected
    }
}
