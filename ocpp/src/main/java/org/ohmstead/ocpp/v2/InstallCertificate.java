package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Install a root certificate of a given type; CSMS to station.
 * Source: OCPP 2.x M05.
 */
public interface InstallCertificate {

    /** What the sender of InstallCertificate says. */
    record Request(
            InstallCertificateUse certificateType,
            @MaxLength(value = 10000, v201 = 5500) String certificate,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(InstallCertificateUse certificateType, String certificate) {
            this(certificateType, certificate, null);
        }
    }

    /** The answer to InstallCertificate. */
    record Response(
            InstallCertificateStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(InstallCertificateStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(InstallCertificateStatus status) {
            this(status, null, null);
        }
    }

    /** Install Certificate Status. */
    enum InstallCertificateStatus {
        Accepted,
        Rejected,
        Failed
    }

    /** Install Certificate Use. */
    enum InstallCertificateUse {
        V2GRootCertificate,
        MORootCertificate,
        CSMSRootCertificate,
        ManufacturerRootCertificate,
        @Since(V21)
        OEMRootCertificate
    }
}
