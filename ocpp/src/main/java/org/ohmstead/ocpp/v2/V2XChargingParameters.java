package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;
import org.ohmstead.ocpp.schema.Wire;

/**
 * What EV and EVSE can both do by ISO 15118-20, in both directions. Powers and currents are at least 0 in either;
 * powers are the sum of all phases, or L1 alone if L2 or L3 has its own. Only energy requests may be negative.
 *
 * @param minChargePower        least power of charging, in W
 * @param minChargePowerL2      the same on L2
 * @param minChargePowerL3      the same on L3
 * @param maxChargePower        greatest power of charging, in W
 * @param maxChargePowerL2      the same on L2
 * @param maxChargePowerL3      the same on L3
 * @param minDischargePower     least power of discharging, in W
 * @param minDischargePowerL2   the same on L2
 * @param minDischargePowerL3   the same on L3
 * @param maxDischargePower     greatest power of discharging, in W
 * @param maxDischargePowerL2   the same on L2
 * @param maxDischargePowerL3   the same on L3
 * @param minChargeCurrent      least current of charging, in A
 * @param maxChargeCurrent      greatest current of charging, in A
 * @param minDischargeCurrent   least current of discharging, in A
 * @param maxDischargeCurrent   greatest current of discharging, in A
 * @param minVoltage            lowest voltage, in V
 * @param maxVoltage            highest voltage, in V
 * @param evTargetEnergyRequest energy to the state of charge wanted, in Wh
 * @param evMinEnergyRequest    energy to the least state of charge, in Wh
 * @param evMaxEnergyRequest    energy to the greatest state of charge, in Wh
 * @param evMinV2XEnergyRequest energy to the least state of charge for cycling, in Wh; positive: still below
 * @param evMaxV2XEnergyRequest energy to the greatest state of charge for cycling, in Wh; negative: already above
 * @param targetSoC             state of charge wanted at departure, in %
 */
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
