package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Installs a root certificate; CSMS to station.
 * Source: OCPP 1.6 security extension M05.
 */
public interface InstallCertificate {

    /**
     * @param certificateType which kind of root certificate
     * @param certificate     PEM
     */
    record Request(
            CertificateUse certificateType, @MaxLength(5500) String certificate) implements OcppCall<Response> {}

    /** @param status what became of it */
    record Response(InstallCertificateStatus status) implements OcppResult {}

    /** Outcome of an installation. Rejected: invalid or one too many; Failed: valid, but it could not be stored. */
    enum InstallCertificateStatus {
        Accepted,
        Failed,
        Rejected
    }
}
