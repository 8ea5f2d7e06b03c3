package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V201;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;

/**
 * A reading signed by the meter, to be kept as it is.
 *
 * @param signedMeterData signed data, base64; may tell more than the value
 * @param signingMethod   method of the signature; absent if the data tell
 * @param encodingMethod  form of the data, such as OCMF or EDL
 * @param publicKey       key to check with, base64; absent or empty if the station is set not to send it
 */
public record SignedMeterValue(
        @MaxLength(value = 32768, v201 = 2500) String signedMeterData,
        @Required(V201) @MaxLength(50) @Nullable String signingMethod,
        @MaxLength(50) String encodingMethod,
        @Required(V201) @MaxLength(2500) @Nullable String publicKey,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public SignedMeterValue(
            String signedMeterData, @Nullable String signingMethod, String encodingMethod, @Nullable String publicKey) {
        this(signedMeterData, signingMethod, encodingMethod, publicKey, null);
    }
}
