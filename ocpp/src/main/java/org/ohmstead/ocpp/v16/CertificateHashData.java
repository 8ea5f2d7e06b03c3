package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Names a certificate without carrying it: digests and serial number in the manner of OCSP.
 *
 * @param hashAlgorithm  algorithm of both digests
 * @param issuerNameHash digest of the distinguished name of the issuer, in hex
 * @param issuerKeyHash  digest of the public key of the issuer, in hex
 * @param serialNumber   serial number of the certificate, in hex without leading zeros
 */
public record CertificateHashData(
        HashAlgorithm hashAlgorithm,
        @MaxLength(128) String issuerNameHash,
        @MaxLength(128) String issuerKeyHash,
        @MaxLength(40) String serialNumber) {}
