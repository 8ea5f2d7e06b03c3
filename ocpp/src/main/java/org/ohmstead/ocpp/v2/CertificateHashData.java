package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/** Certificate Hash Data. */
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
