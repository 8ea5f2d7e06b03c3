package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Integral;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;
import org.ohmstead.ocpp.schema.Wire;

/**
 * Report the charging needs of the EV (ISO 15118); station to CSMS.
 * Source: OCPP 2.x K15, K16, K17, K18, K19, K20, Q01, Q02, R02, R03.
 */
public interface NotifyEVChargingNeeds {

    /** What the sender of NotifyEVChargingNeeds says. */
    record Request(
            ChargingNeeds chargingNeeds,
            @Range(min = 1, since = V21) int evseId,
            @Range(min = 0, since = V21) @Nullable Integer maxScheduleTuples,
            @Since(V21) @Nullable Instant timestamp,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                ChargingNeeds chargingNeeds,
                int evseId,
                @Nullable Integer maxScheduleTuples,
                @Nullable Instant timestamp) {
            this(chargingNeeds, evseId, maxScheduleTuples, timestamp, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(ChargingNeeds chargingNeeds, int evseId) {
            this(chargingNeeds, evseId, null, null, null);
        }
    }

    /** The answer to NotifyEVChargingNeeds. */
    record Response(
            NotifyEVChargingNeedsStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(NotifyEVChargingNeedsStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(NotifyEVChargingNeedsStatus status) {
            this(status, null, null);
        }
    }

    /** AC Charging Parameters. */
    record ACChargingParameters(
            @Integral(V201) BigDecimal energyAmount,
            @Integral(V201) BigDecimal evMinCurrent,
            @Integral(V201) BigDecimal evMaxCurrent,
            @Integral(V201) BigDecimal evMaxVoltage,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public ACChargingParameters(
                BigDecimal energyAmount, BigDecimal evMinCurrent, BigDecimal evMaxCurrent, BigDecimal evMaxVoltage) {
            this(energyAmount, evMinCurrent, evMaxCurrent, evMaxVoltage, null);
        }
    }

    /** Charging Needs. */
    record ChargingNeeds(
            EnergyTransferMode requestedEnergyTransfer,
            @Nullable ACChargingParameters acChargingParameters,
            @Nullable DCChargingParameters dcChargingParameters,
            @Nullable Instant departureTime,
            @Since(V21) @Nullable DERChargingParameters derChargingParameters,
            @Since(V21) @Nullable EVEnergyOffer evEnergyOffer,
            @Since(V21) @Nullable V2XChargingParameters v2xChargingParameters,
            @Since(V21) @Items(min = 1) @Nullable List<EnergyTransferMode> availableEnergyTransfer,
            @Since(V21) @Nullable ControlMode controlMode,
            @Since(V21) @Nullable MobilityNeedsMode mobilityNeedsMode,
            @Nullable CustomData customData) {
        /** What the specification requires; the rest absent. */
        public ChargingNeeds(EnergyTransferMode requestedEnergyTransfer) {
            this(requestedEnergyTransfer, null, null, null, null, null, null, null, null, null, null);
        }
    }

    /** Control Mode. */
    @Since(V21)
    enum ControlMode {
        ScheduledControl,
        DynamicControl
    }

    /** DC Charging Parameters. */
    record DCChargingParameters(
            @Integral(V201) BigDecimal evMaxCurrent,
            @Integral(V201) BigDecimal evMaxVoltage,
            @Integral(V201) @Nullable BigDecimal energyAmount,
            @Integral(V201) @Nullable BigDecimal evMaxPower,
            @Range(min = 0, max = 100) @Nullable Integer stateOfCharge,
            @Integral(V201) @Nullable BigDecimal evEnergyCapacity,
            @Range(min = 0, max = 100) @Nullable Integer fullSoC,
            @Range(min = 0, max = 100) @Nullable Integer bulkSoC,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public DCChargingParameters(
                BigDecimal evMaxCurrent,
                BigDecimal evMaxVoltage,
                @Nullable BigDecimal energyAmount,
                @Nullable BigDecimal evMaxPower,
                @Nullable Integer stateOfCharge,
                @Nullable BigDecimal evEnergyCapacity,
                @Nullable Integer fullSoC,
                @Nullable Integer bulkSoC) {
            this(
                    evMaxCurrent,
                    evMaxVoltage,
                    energyAmount,
                    evMaxPower,
                    stateOfCharge,
                    evEnergyCapacity,
                    fullSoC,
                    bulkSoC,
                    null);
        }
        /** What the specification requires; the rest absent. */
        public DCChargingParameters(BigDecimal evMaxCurrent, BigDecimal evMaxVoltage) {
            this(evMaxCurrent, evMaxVoltage, null, null, null, null, null, null, null);
        }
    }

    /** DER Charging Parameters. */
    @Since(V21)
    record DERChargingParameters(
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
                    null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null, null, null, null, null);
        }
    }

    /** EV Absolute Price Schedule. */
    @Since(V21)
    record EVAbsolutePriceSchedule(
            Instant timeAnchor,
            @MaxLength(3) String currency,
            @Items(min = 1, max = 1024) List<EVAbsolutePriceScheduleEntry> evAbsolutePriceScheduleEntries,
            @MaxLength(2000) String priceAlgorithm,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public EVAbsolutePriceSchedule(
                Instant timeAnchor,
                String currency,
                List<EVAbsolutePriceScheduleEntry> evAbsolutePriceScheduleEntries,
                String priceAlgorithm) {
            this(timeAnchor, currency, evAbsolutePriceScheduleEntries, priceAlgorithm, null);
        }
    }

    /** EV Absolute Price Schedule Entry. */
    @Since(V21)
    record EVAbsolutePriceScheduleEntry(
            int duration,
            @Items(min = 1, max = 8) List<EVPriceRule> evPriceRule,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public EVAbsolutePriceScheduleEntry(int duration, List<EVPriceRule> evPriceRule) {
            this(duration, evPriceRule, null);
        }
    }

    /** EV Energy Offer. */
    @Since(V21)
    record EVEnergyOffer(
            EVPowerSchedule evPowerSchedule,
            @Nullable EVAbsolutePriceSchedule evAbsolutePriceSchedule,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public EVEnergyOffer(
                EVPowerSchedule evPowerSchedule, @Nullable EVAbsolutePriceSchedule evAbsolutePriceSchedule) {
            this(evPowerSchedule, evAbsolutePriceSchedule, null);
        }
        /** What the specification requires; the rest absent. */
        public EVEnergyOffer(EVPowerSchedule evPowerSchedule) {
            this(evPowerSchedule, null, null);
        }
    }

    /** EV Power Schedule. */
    @Since(V21)
    record EVPowerSchedule(
            @Items(min = 1, max = 1024) List<EVPowerScheduleEntry> evPowerScheduleEntries,
            Instant timeAnchor,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public EVPowerSchedule(List<EVPowerScheduleEntry> evPowerScheduleEntries, Instant timeAnchor) {
            this(evPowerScheduleEntries, timeAnchor, null);
        }
    }

    /** EV Power Schedule Entry. */
    @Since(V21)
    record EVPowerScheduleEntry(
            int duration, BigDecimal power, @Nullable CustomData customData) {
        /** All but vendor data. */
        public EVPowerScheduleEntry(int duration, BigDecimal power) {
            this(duration, power, null);
        }
    }

    /** EV Price Rule. */
    @Since(V21)
    record EVPriceRule(
            BigDecimal energyFee,
            BigDecimal powerRangeStart,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public EVPriceRule(BigDecimal energyFee, BigDecimal powerRangeStart) {
            this(energyFee, powerRangeStart, null);
        }
    }

    /** Islanding Detection. */
    @Since(V21)
    enum IslandingDetection {
        NoAntiIslandingSupport,
        RoCoF,
        UVP_OVP,
        UFP_OFP,
        VoltageVectorShift,
        ZeroCrossingDetection,
        OtherPassive,
        ImpedanceMeasurement,
        ImpedanceAtFrequency,
        SlipModeFrequencyShift,
        SandiaFrequencyShift,
        SandiaVoltageShift,
        FrequencyJump,
        RCLQFactor,
        OtherActive
    }

    /** Mobility Needs Mode. */
    @Since(V21)
    enum MobilityNeedsMode {
        EVCC,
        EVCC_SECC
    }

    /** Notify EV Charging Needs Status. */
    enum NotifyEVChargingNeedsStatus {
        Accepted,
        Rejected,
        Processing,
        @Since(V21)
        NoChargingProfile
    }

    /** V2 X Charging Parameters. */
    @Since(V21)
    record V2XChargingParameters(
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
                    null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null, null, null, null);
        }
    }
}
