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
 * Asks whether a token or a contract certificate may charge; station to CSMS.
 * Source: OCPP 2.x C01, C03, C04, C06, C07, C08, C09, C12, C14, C17, C18, I01, I08, Q01 and more.
 */
public interface Authorize {

    /**
     * @param idToken                     token to check
     * @param certificate                 certificate chain of the EV, PEM, the leaf first, without the root; only if
     *                                    the station cannot check it
     * @param iso15118CertificateHashData certificates of the chain whose revocation the CSMS shall check
     */
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

    /**
     * @param idTokenInfo           verdict on the token; the station may keep it in its cache
     * @param certificateStatus     result for the contract certificate; absent if none was sent
     * @param allowedEnergyTransfer modes that the EV may choose from; absent: charging only
     * @param tariff                tariff of this driver, for the station to compute the cost with; absent: the default
     *                              one
     */
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

    /** Verdict on a contract certificate. ContractCancelled: the chain is good, but the contract is not. */
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
