package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * A certificate, and where to ask about it.
 *
 * @param hashAlgorithm  algorithm of both digests
 * @param issuerNameHash digest of the DER form of the issuer's name, in hex
 * @param issuerKeyHash  digest of the issuer's public key without tag and length, in hex
 * @param serialNumber   serial number of the certificate, in hex without prefix and leading zeros
 * @param responderURL   OCSP responder
 */
public record OCSPRequestData(
        HashAlgorithm hashAlgorithm,
        @MaxLength(128) String issuerNameHash,
        @MaxLength(128) String issuerKeyHash,
        @MaxLength(40) String serialNumber,
        @MaxLength(value = 2000, v201 = 512) String responderURL,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public OCSPRequestData(
            HashAlgorithm hashAlgorithm,
            String issuerNameHash,
            String issuerKeyHash,
            String serialNumber,
            String responderURL) {
        this(hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber, responderURL, null);
    }
}
