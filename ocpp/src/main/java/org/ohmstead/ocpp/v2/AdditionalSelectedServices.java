package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/** Additional Selected Services. */
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
