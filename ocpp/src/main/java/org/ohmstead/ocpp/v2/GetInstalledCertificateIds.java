package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Since;

/**
 * Lists the certificates on the station by their hash data; CSMS to station.
 * Source: OCPP 2.x M03.
 */
public interface GetInstalledCertificateIds {

    /** @param certificateType kinds to list; absent: all */
    record Request(
            @Items(min = 1) @Nullable List<GetCertificateIdUse> certificateType,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(@Nullable List<GetCertificateIdUse> certificateType) {
            this(certificateType, null);
        }
        /** What the specification requires; the rest absent. */
        public Request() {
            this(null, null);
        }
    }

    /**
     * @param status                   NotFound when there is none of these kinds
     * @param statusInfo               reason, as code and text
     * @param certificateHashDataChain the certificates found; absent if there is none
     */
    record Response(
            GetInstalledCertificateStatus status,
            @Nullable StatusInfo statusInfo,
            @Items(min = 1) @Nullable List<CertificateHashDataChain> certificateHashDataChain,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(
                GetInstalledCertificateStatus status,
                @Nullable StatusInfo statusInfo,
                @Nullable List<CertificateHashDataChain> certificateHashDataChain) {
            this(status, statusInfo, certificateHashDataChain, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(GetInstalledCertificateStatus status) {
            this(status, null, null, null);
        }
    }

    /**
     * An installed certificate, with its sub CAs.
     *
     * @param certificateHashData      the certificate, by its hash data
     * @param certificateType          what it is for
     * @param childCertificateHashData further certificates of a V2G chain; absent for roots
     */
    record CertificateHashDataChain(
            CertificateHashData certificateHashData,
            GetCertificateIdUse certificateType,
            @Items(min = 1, max = 4) @Nullable List<CertificateHashData> childCertificateHashData,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public CertificateHashDataChain(
                CertificateHashData certificateHashData,
                GetCertificateIdUse certificateType,
                @Nullable List<CertificateHashData> childCertificateHashData) {
            this(certificateHashData, certificateType, childCertificateHashData, null);
        }
        /** What the specification requires; the rest absent. */
        public CertificateHashDataChain(CertificateHashData certificateHashData, GetCertificateIdUse certificateType) {
            this(certificateHashData, certificateType, null, null);
        }
    }

    /** What a certificate is for. MO: mobility operator; OEM: maker of the EV. */
    enum GetCertificateIdUse {
        V2GRootCertificate,
        MORootCertificate,
        CSMSRootCertificate,
        V2GCertificateChain,
        ManufacturerRootCertificate,
        @Since(V21)
        OEMRootCertificate
    }

    /** Whether any certificate of the kinds is installed. */
    enum GetInstalledCertificateStatus {
        Accepted,
        NotFound
    }
}
