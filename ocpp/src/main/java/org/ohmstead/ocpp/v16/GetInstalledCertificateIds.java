package org.ohmstead.ocpp.v16;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;

/**
 * Lists the root certificates on the station by their hash data; CSMS to station.
 * Source: OCPP 1.6 security extension M03.
 */
public interface GetInstalledCertificateIds {

    /** @param certificateType which kind of root certificate */
    record Request(CertificateUse certificateType) implements OcppCall<Response> {}

    /**
     * @param status              NotFound when there is none of that kind
     * @param certificateHashData the certificates found; absent if there is none
     */
    record Response(
            GetInstalledCertificateStatus status,
            @Items(min = 1) @Nullable List<CertificateHashData> certificateHashData)
            implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response(GetInstalledCertificateStatus status) {
            this(status, null);
        }
    }

    /** Whether any certificate of the kind is installed. */
    enum GetInstalledCertificateStatus {
        Accepted,
        NotFound
    }
}
