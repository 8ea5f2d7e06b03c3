package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/** OCSP Request Data. */
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
