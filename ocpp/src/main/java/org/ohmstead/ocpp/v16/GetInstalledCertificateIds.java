package org.ohmstead.ocpp.v16;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;

/**
 * List hash data of installed root certificates; CSMS to station.
 * Source: OCPP 1.6 security extension M03.
 */
public interface GetInstalledCertificateIds {

    /** What the sender of GetInstalledCertificateIds says. */
    record Request(CertificateUse certificateType) implements OcppCall<Response> {}

    /** The answer to GetInstalledCertificateIds. */
    record Response(
            GetInstalledCertificateStatus status,
            @Items(min = 1) @Nullable List<CertificateHashData> certificateHashData)
            implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response(GetInstalledCertificateStatus status) {
            this(status, null);
        }
    }

    /** Get Installed Certificate Status. */
    enum GetInstalledCertificateStatus {
        Accepted,
        NotFound
    }
}
