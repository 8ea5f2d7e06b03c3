package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Passes on a request of the EV for a contract certificate, untouched; station to CSMS.
 * Source: OCPP 2.x M01, M02.
 */
public interface Get15118EVCertificate {

    /**
     * @param iso15118SchemaVersion            schema of the session, needed to read the EXI
     * @param action                           first certificate, or a new one
     * @param exiRequest                       request of the EV, EXI in base64
     * @param maximumContractCertificateChains how many contracts the EV takes; required by ISO 15118-20, absent in -2
     * @param prioritizedEMAIDs                contracts to serve first; absent in ISO 15118-2
     */
    record Request(
            @MaxLength(50) String iso15118SchemaVersion,
            CertificateAction action,
            @MaxLength(value = 11000, v201 = 5600) String exiRequest,
            @Since(V21) @Range(min = 0) @Nullable Integer maximumContractCertificateChains,

            @Since(V21) @Items(min = 1, max = 8) @MaxLength(255) @Nullable
            List<String> prioritizedEMAIDs,

            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                String iso15118SchemaVersion,
                CertificateAction action,
                String exiRequest,
                @Nullable Integer maximumContractCertificateChains,
                @Nullable List<String> prioritizedEMAIDs) {
            this(iso15118SchemaVersion, action, exiRequest, maximumContractCertificateChains, prioritizedEMAIDs, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(String iso15118SchemaVersion, CertificateAction action, String exiRequest) {
            this(iso15118SchemaVersion, action, exiRequest, null, null, null);
        }
    }

    /**
     * @param status             whether an answer was had
     * @param exiResponse        answer for the EV, EXI in base64; empty on failure
     * @param statusInfo         reason, as code and text
     * @param remainingContracts how many contracts further requests can fetch; absent: none
     */
    record Response(
            Iso15118EVCertificateStatus status,
            @MaxLength(value = 17000, v201 = 5600) String exiResponse,
            @Nullable StatusInfo statusInfo,
            @Since(V21) @Range(min = 0) @Nullable Integer remainingContracts,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(
                Iso15118EVCertificateStatus status,
                String exiResponse,
                @Nullable StatusInfo statusInfo,
                @Nullable Integer remainingContracts) {
            this(status, exiResponse, statusInfo, remainingContracts, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(Iso15118EVCertificateStatus status, String exiResponse) {
            this(status, exiResponse, null, null, null);
        }
    }

    /** Whether the EV wants its first contract certificate or a new one. */
    enum CertificateAction {
        Install,
        Update
    }

    /** Whether the pool of contract certificates answered. */
    enum Iso15118EVCertificateStatus {
        Accepted,
        Failed
    }
}
