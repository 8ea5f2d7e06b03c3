package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * A service with its own fee in a price schedule of ISO 15118-20.
 *
 * @param serviceFee  price of the service
 * @param serviceName name for the driver
 */
@Since(V21)
public record AdditionalSelectedServices(
        RationalNumber serviceFee,
        @MaxLength(80) String serviceName,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public AdditionalSelectedServices(RationalNumber serviceFee, String serviceName) {
        this(serviceFee, serviceName, null);
    }
}
