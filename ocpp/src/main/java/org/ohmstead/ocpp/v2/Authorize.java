package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Ask whether an idToken (or contract certificate) may charge; 2.1 answer may carry tariff and allowed energy transfer modes; station to CSMS.
 * Source: OCPP 2.x C01, C03, C04, C06, C07, C08, C09, C12, C14, C17, C18, I01, I08, Q01 and more.
 */
public interface Authorize {

    /** What the sender of Authorize says. */
    record Request(
            IdToken idToken,
            @MaxLength(value = 10000, v201 = 5500) @Nullable String certificate,
            @Items(min = 1, max = 4) @Nullable List<OCSPRequestData> iso15118CertificateHashData,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                IdToken idToken,
                @Nullable String certificate,
                @Nullable List<OCSPRequestData> iso15118CertificateHashData) {
            this(idToken, certificate, iso15118CertificateHashData, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(IdToken idToken) {
            this(idToken, null, null, null);
        }
    }

    /** The answer to Authorize. */
    record Response(
            IdTokenInfo idTokenInfo,
            @Nullable AuthorizeCertificateStatus certificateStatus,
            @Since(V21) @Items(min = 1) @Nullable List<EnergyTransferMode> allowedEnergyTransfer,
            @Since(V21) @Nullable Tariff tariff,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(
                IdTokenInfo idTokenInfo,
                @Nullable AuthorizeCertificateStatus certificateStatus,
                @Nullable List<EnergyTransferMode> allowedEnergyTransfer,
                @Nullable Tariff tariff) {
            this(idTokenInfo, certificateStatus, allowedEnergyTransfer, tariff, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(IdTokenInfo idTokenInfo) {
            this(idTokenInfo, null, null, null, null);
        }
    }

    /** Authorize Certificate Status. */
    enum AuthorizeCertificateStatus {
        Accepted,
        SignatureError,
        CertificateExpired,
        CertificateRevoked,
        NoCertificateAvailable,
        CertChainError,
        ContractCancelled
    }
}
