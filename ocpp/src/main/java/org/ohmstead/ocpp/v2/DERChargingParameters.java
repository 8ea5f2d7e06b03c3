package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;
import org.ohmstead.ocpp.schema.Wire;

/** DER Charging Parameters. */
@Since(V21)
public record DERChargingParameters(
        @Items(min = 1) @Nullable List<DERControl> evSupportedDERControl,
        @Nullable BigDecimal evOverExcitedMaxDischargePower,
        @Nullable BigDecimal evOverExcitedPowerFactor,
        @Nullable BigDecimal evUnderExcitedMaxDischargePower,
        @Nullable BigDecimal evUnderExcitedPowerFactor,
        @Nullable BigDecimal maxApparentPower,
        @Nullable BigDecimal maxChargeApparentPower,
        @Wire("maxChargeApparentPower_L2") @Nullable BigDecimal maxChargeApparentPowerL2,
        @Wire("maxChargeApparentPower_L3") @Nullable BigDecimal maxChargeApparentPowerL3,
        @Nullable BigDecimal maxDischargeApparentPower,
        @Wire("maxDischargeApparentPower_L2") @Nullable BigDecimal maxDischargeApparentPowerL2,
        @Wire("maxDischargeApparentPower_L3") @Nullable BigDecimal maxDischargeApparentPowerL3,
        @Nullable BigDecimal maxChargeReactivePower,
        @Wire("maxChargeReactivePower_L2") @Nullable BigDecimal maxChargeReactivePowerL2,
        @Wire("maxChargeReactivePower_L3") @Nullable BigDecimal maxChargeReactivePowerL3,
        @Nullable BigDecimal minChargeReactivePower,
        @Wire("minChargeReactivePower_L2") @Nullable BigDecimal minChargeReactivePowerL2,
        @Wire("minChargeReactivePower_L3") @Nullable BigDecimal minChargeReactivePowerL3,
        @Nullable BigDecimal maxDischargeReactivePower,
        @Wire("maxDischargeReactivePower_L2") @Nullable BigDecimal maxDischargeReactivePowerL2,
        @Wire("maxDischargeReactivePower_L3") @Nullable BigDecimal maxDischargeReactivePowerL3,
        @Nullable BigDecimal minDischargeReactivePower,
        @Wire("minDischargeReactivePower_L2") @Nullable BigDecimal minDischargeReactivePowerL2,
        @Wire("minDischargeReactivePower_L3") @Nullable BigDecimal minDischargeReactivePowerL3,
        @Nullable BigDecimal nominalVoltage,
        @Nullable BigDecimal nominalVoltageOffset,
        @Nullable BigDecimal maxNominalVoltage,
        @Nullable BigDecimal minNominalVoltage,
        @MaxLength(50) @Nullable String evInverterManufacturer,
        @MaxLength(50) @Nullable String evInverterModel,
        @MaxLength(50) @Nullable String evInverterSerialNumber,
        @MaxLength(50) @Nullable String evInverterSwVersion,
        @MaxLength(50) @Nullable String evInverterHwVersion,
        @Items(min = 1) @Nullable List<IslandingDetection> evIslandingDetectionMethod,
        @Nullable BigDecimal evIslandingTripTime,
        @Nullable BigDecimal evMaximumLevel1DCInjection,
        @Nullable BigDecimal evDurationLevel1DCInjection,
        @Nullable BigDecimal evMaximumLevel2DCInjection,
        @Nullable BigDecimal evDurationLevel2DCInjection,
        @Nullable BigDecimal evReactiveSusceptance,
        @Nullable BigDecimal evSessionTotalDischargeEnergyAvailable,
        @Nullable CustomData customData) {
    /** What the specification requires; the rest absent. */
    public DERChargingParameters() {
        this(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null);
    }
}
