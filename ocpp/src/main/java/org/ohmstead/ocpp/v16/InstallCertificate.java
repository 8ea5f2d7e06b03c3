package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Install a central-system or manufacturer root certificate; CSMS to station.
 * Source: OCPP 1.6 security extension M05.
 */
public interface InstallCertificate {

    /** What the sender of InstallCertificate says. */
    record Request(
            CertificateUse certificateType, @MaxLength(5500) String certificate) implements OcppCall<Response> {}

    /** The answer to InstallCertificate. */
    record Response(InstallCertificateStatus status) implements OcppResult {}

    /** Install Certificate Status. */
    enum InstallCertificateStatus {
        Accepted,
        Failed,
        Rejected
    }
}
