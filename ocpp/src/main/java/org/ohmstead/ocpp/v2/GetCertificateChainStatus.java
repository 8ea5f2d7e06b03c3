package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Asks whether certificates are revoked; station to CSMS.
 * Source: OCPP 2.x M07.
 */
@Since(V21)
public interface GetCertificateChainStatus {

    /** @param certificateStatusRequests certificates to look up */
    record Request(
            @Items(min = 1, max = 4) List<CertificateStatusRequestInfo> certificateStatusRequests,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(List<CertificateStatusRequestInfo> certificateStatusRequests) {
            this(certificateStatusRequests, null);
        }
    }

    /** @param certificateStatus one entry per certificate */
    record Response(
            @Items(min = 1, max = 4) List<CertificateStatus> certificateStatus,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(List<CertificateStatus> certificateStatus) {
            this(certificateStatus, null);
        }
    }

    /**
     * Whether a certificate is revoked.
     *
     * @param certificateHashData the certificate, by its hash data
     * @param source              where that is known from
     * @param status              state of the certificate
     * @param nextUpdate          when a newer state will be due
     */
    @Since(V21)
    record CertificateStatus(
            CertificateHashData certificateHashData,
            CertificateStatusSource source,
            CertificateStatusKind status,
            Instant nextUpdate,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public CertificateStatus(
                CertificateHashData certificateHashData,
                CertificateStatusSource source,
                CertificateStatusKind status,
                Instant nextUpdate) {
            this(certificateHashData, source, status, nextUpdate, null);
        }
    }

    /** Verdict on a certificate. Unknown: the source does not know it; Failed: the source was not reached. */
    @Since(V21)
    enum CertificateStatusKind {
        Good,
        Revoked,
        Unknown,
        Failed
    }

    /**
     * A certificate to look up.
     *
     * @param certificateHashData the certificate, by its hash data
     * @param source              kind of source to ask
     * @param urls                where the source is found
     */
    @Since(V21)
    record CertificateStatusRequestInfo(
            CertificateHashData certificateHashData,
            CertificateStatusSource source,
            @Items(min = 1, max = 5) @MaxLength(2000) List<String> urls,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public CertificateStatusRequestInfo(
                CertificateHashData certificateHashData, CertificateStatusSource source, List<String> urls) {
            this(certificateHashData, source, urls, null);
        }
    }

    /** Revocation list, or online responder. */
    @Since(V21)
    enum CertificateStatusSource {
        CRL,
        OCSP
    }
}
