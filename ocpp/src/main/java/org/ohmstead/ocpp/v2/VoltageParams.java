package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/** Voltage Params. */
@Since(V21)
public record VoltageParams(
        @Nullable BigDecimal hv10MinMeanValue,
        @Nullable BigDecimal hv10MinMeanTripDelay,
        @Nullable PowerDuringCessation powerDuringCessation,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public VoltageParams(
            @Nullable BigDecimal hv10MinMeanValue,
            @Nullable BigDecimal hv10MinMeanTripDelay,
            @Nullable PowerDuringCessation powerDuringCessation) {
        this(hv10MinMeanValue, hv10MinMeanTripDelay, powerDuringCessation, null);
    }
    /** What the specification requires; the rest absent. */
    public VoltageParams() {
        this(null, null, null, null);
    }
}
