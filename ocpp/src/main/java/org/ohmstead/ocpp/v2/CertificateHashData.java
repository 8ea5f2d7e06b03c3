package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Names a certificate without carrying it: digests and serial number in the manner of OCSP.
 *
 * @param hashAlgorithm  algorithm of both digests
 * @param issuerNameHash digest of the DER form of the issuer's name, in hex
 * @param issuerKeyHash  digest of the issuer's public key without tag and length, in hex
 * @param serialNumber   serial number of the certificate, in hex without prefix and leading zeros
 */
public record CertificateHashData(
        HashAlgorithm hashAlgorithm,
        @MaxLength(128) String issuerNameHash,
        @MaxLength(128) String issuerKeyHash,
        @MaxLength(40) String serialNumber,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public CertificateHashData(
            HashAlgorithm hashAlgorithm, String issuerNameHash, String issuerKeyHash, String serialNumber) {
        this(hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber, null);
    }
}
