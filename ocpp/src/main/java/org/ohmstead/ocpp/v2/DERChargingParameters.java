package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;
import org.ohmstead.ocpp.schema.Wire;

/**
 * What the inverter of an EV can do, in an AC session of ISO 15118-20 with control as a distributed resource. Values
 * are at least 0; a field without the prefix ev holds what EV and EVSE both support. Powers are the sum of all phases,
 * or L1 alone if L2 or L3 has its own.
 *
 * @param evSupportedDERControl                  controls that the EV understands
 * @param evOverExcitedMaxDischargePower         greatest active power at the over-excited power factor, in W
 * @param evOverExcitedPowerFactor               power factor when injecting the least reactive power, over-excited
 * @param evUnderExcitedMaxDischargePower        greatest active power at the under-excited power factor, in W
 * @param evUnderExcitedPowerFactor              power factor when absorbing the least reactive power, under-excited
 * @param maxApparentPower                       greatest apparent power in total, in VA
 * @param maxChargeApparentPower                 greatest apparent power drawn, in VA
 * @param maxChargeApparentPowerL2               the same on L2
 * @param maxChargeApparentPowerL3               the same on L3
 * @param maxDischargeApparentPower              greatest apparent power fed in, in VA
 * @param maxDischargeApparentPowerL2            the same on L2
 * @param maxDischargeApparentPowerL3            the same on L3
 * @param maxChargeReactivePower                 greatest reactive power absorbed, in var
 * @param maxChargeReactivePowerL2               the same on L2
 * @param maxChargeReactivePowerL3               the same on L3
 * @param minChargeReactivePower                 least reactive power absorbed, in var
 * @param minChargeReactivePowerL2               the same on L2
 * @param minChargeReactivePowerL3               the same on L3
 * @param maxDischargeReactivePower              greatest reactive power injected, in var
 * @param maxDischargeReactivePowerL2            the same on L2
 * @param maxDischargeReactivePowerL3            the same on L3
 * @param minDischargeReactivePower              least reactive power injected, in var
 * @param minDischargeReactivePowerL2            the same on L2
 * @param minDischargeReactivePowerL3            the same on L3
 * @param nominalVoltage                         line voltage, in V
 * @param nominalVoltageOffset                   voltage between the connection of the station and that to the grid, in
 *                                               V rms
 * @param maxNominalVoltage                      highest voltage to work with, in V rms
 * @param minNominalVoltage                      lowest voltage to work with, in V rms
 * @param evInverterManufacturer                 manufacturer of the inverter
 * @param evInverterModel                        model of the inverter
 * @param evInverterSerialNumber                 serial number of the inverter
 * @param evInverterSwVersion                    software version of the inverter
 * @param evInverterHwVersion                    hardware version of the inverter
 * @param evIslandingDetectionMethod             how the EV notices an island; needed if the site demands it
 * @param evIslandingTripTime                    time from the island to the trip
 * @param evMaximumLevel1DCInjection             greatest direct current fed in at level 1
 * @param evDurationLevel1DCInjection            how long that may last
 * @param evMaximumLevel2DCInjection             greatest direct current fed in at level 2
 * @param evDurationLevel2DCInjection            how long that may last
 * @param evReactiveSusceptance                  susceptance of the circuit, in S
 * @param evSessionTotalDischargeEnergyAvailable energy that the EV will give in the whole session, in Wh
 */
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
