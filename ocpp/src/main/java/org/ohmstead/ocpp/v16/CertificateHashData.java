package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.schema.MaxLength;

/** Certificate Hash Data. */
public record CertificateHashData(
        HashAlgorithm hashAlgorithm,
        @MaxLength(128) String issuerNameHash,
        @MaxLength(128) String issuerKeyHash,
        @MaxLength(40) String serialNumber) {}
