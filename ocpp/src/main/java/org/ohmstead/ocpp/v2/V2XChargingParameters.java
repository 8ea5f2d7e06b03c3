package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;
import org.ohmstead.ocpp.schema.Wire;

/** V2 X Charging Parameters. */
@Since(V21)
public record V2XChargingParameters(
        @Nullable BigDecimal minChargePower,
        @Wire("minChargePower_L2") @Nullable BigDecimal minChargePowerL2,
        @Wire("minChargePower_L3") @Nullable BigDecimal minChargePowerL3,
        @Nullable BigDecimal maxChargePower,
        @Wire("maxChargePower_L2") @Nullable BigDecimal maxChargePowerL2,
        @Wire("maxChargePower_L3") @Nullable BigDecimal maxChargePowerL3,
        @Nullable BigDecimal minDischargePower,
        @Wire("minDischargePower_L2") @Nullable BigDecimal minDischargePowerL2,
        @Wire("minDischargePower_L3") @Nullable BigDecimal minDischargePowerL3,
        @Nullable BigDecimal maxDischargePower,
        @Wire("maxDischargePower_L2") @Nullable BigDecimal maxDischargePowerL2,
        @Wire("maxDischargePower_L3") @Nullable BigDecimal maxDischargePowerL3,
        @Nullable BigDecimal minChargeCurrent,
        @Nullable BigDecimal maxChargeCurrent,
        @Nullable BigDecimal minDischargeCurrent,
        @Nullable BigDecimal maxDischargeCurrent,
        @Nullable BigDecimal minVoltage,
        @Nullable BigDecimal maxVoltage,
        @Nullable BigDecimal evTargetEnergyRequest,
        @Nullable BigDecimal evMinEnergyRequest,
        @Nullable BigDecimal evMaxEnergyRequest,
        @Nullable BigDecimal evMinV2XEnergyRequest,
        @Nullable BigDecimal evMaxV2XEnergyRequest,
        @Range(min = 0, max = 100) @Nullable Integer targetSoC,
        @Nullable CustomData customData) {
    /** What the specification requires; the rest absent. */
    public V2XChargingParameters() {
        this(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null);
    }
}
