package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Installs a root certificate; CSMS to station.
 * Source: OCPP 2.x M05.
 */
public interface InstallCertificate {

    /**
     * @param certificateType what it is for
     * @param certificate     PEM
     */
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

    /**
     * @param status     what became of it
     * @param statusInfo reason, as code and text
     */
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

    /** Outcome of an installation. Rejected: invalid or one too many; Failed: valid, but it could not be stored. */
    enum InstallCertificateStatus {
        Accepted,
        Rejected,
        Failed
    }

    /** What a root certificate is for. MO: mobility operator; OEM: maker of the EV. */
    enum InstallCertificateUse {
        V2GRootCertificate,
        MORootCertificate,
        CSMSRootCertificate,
        ManufacturerRootCertificate,
        @Since(V21)
        OEMRootCertificate
    }
}
