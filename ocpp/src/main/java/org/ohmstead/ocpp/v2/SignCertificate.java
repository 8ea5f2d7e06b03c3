package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Hands over a certificate signing request; station to CSMS.
 * Source: OCPP 2.x A02, A03.
 */
public interface SignCertificate {

    /**
     * @param csr                 request by RFC 2986, PEM
     * @param certificateType     what the certificate is for; absent: for the link to the CSMS, and for V2G if the
     *                            station does that
     * @param hashRootCertificate root that a V2G certificate shall descend from
     * @param requestId           identifier chosen by the station, which CertificateSigned repeats
     */
    record Request(
            @MaxLength(5500) String csr,
            @Nullable CertificateSigningUse certificateType,
            @Since(V21) @Nullable CertificateHashData hashRootCertificate,
            @Since(V21) @Nullable Integer requestId,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                String csr,
                @Nullable CertificateSigningUse certificateType,
                @Nullable CertificateHashData hashRootCertificate,
                @Nullable Integer requestId) {
            this(csr, certificateType, hashRootCertificate, requestId, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(String csr) {
            this(csr, null, null, null, null);
        }
    }

    /**
     * @param status     whether the CSMS takes it on; the certificate follows in CertificateSigned
     * @param statusInfo reason, as code and text
     */
    record Response(
            GenericStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(GenericStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(GenericStatus status) {
            this(status, null, null);
        }
    }
}
