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
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Reports what the EV asked for over ISO 15118; station to CSMS.
 * Source: OCPP 2.x K15, K16, K17, K18, K19, K20, Q01, Q02, R02, R03.
 */
public interface NotifyEVChargingNeeds {

    /**
     * @param chargingNeeds     what the EV needs and can do
     * @param evseId            EVSE that it is connected to
     * @param maxScheduleTuples how many periods a schedule for this EV may have; absent: not told
     * @param timestamp         when the EV asked, if the station was offline then
     */
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

    /**
     * @param status     whether a profile follows
     * @param statusInfo reason, as code and text
     */
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

    /**
     * Needs of an EV on AC by ISO 15118-2.
     *
     * @param energyAmount energy wanted, preconditioning included, in Wh
     * @param evMinCurrent least current per phase, in A
     * @param evMaxCurrent greatest current per phase with this cable, in A
     * @param evMaxVoltage greatest voltage, in V
     */
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

    /**
     * What an EV needs and can do.
     *
     * @param requestedEnergyTransfer mode that the EV chose
     * @param acChargingParameters    needs on AC by ISO 15118-2
     * @param dcChargingParameters    needs on DC by ISO 15118-2
     * @param departureTime           when the EV expects to leave; absent: unknown
     * @param derChargingParameters   what its inverter can do
     * @param evEnergyOffer           what it would discharge
     * @param v2xChargingParameters   needs by ISO 15118-20, both directions
     * @param availableEnergyTransfer every mode that the EV could use
     * @param controlMode             who sets the pace; absent: ScheduledControl
     * @param mobilityNeedsMode       who decides on departure and state of charge
     */
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

    /** Whether the EV follows a schedule of its own choice, or setpoints as they come. */
    @Since(V21)
    enum ControlMode {
        ScheduledControl,
        DynamicControl
    }

    /**
     * Needs of an EV on DC by ISO 15118-2.
     *
     * @param evMaxCurrent     greatest current with this cable, in A
     * @param evMaxVoltage     greatest voltage, in V
     * @param energyAmount     energy wanted, preconditioning included, in Wh
     * @param evMaxPower       greatest power, in W
     * @param stateOfCharge    charge of the battery, in %
     * @param evEnergyCapacity capacity of the battery, in Wh
     * @param fullSoC          state of charge that the EV takes for full, in %
     * @param bulkSoC          state of charge at which fast charging ends, in %
     */
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

    /** Who sets departure time and states of charge: the EV (EVCC) alone, or station and CSMS (SECC) as well. */
    @Since(V21)
    enum MobilityNeedsMode {
        EVCC,
        EVCC_SECC
    }

    /** Whether a profile follows. Processing: it does, but later; Rejected and NoChargingProfile: it does not. */
    enum NotifyEVChargingNeedsStatus {
        Accepted,
        Rejected,
        Processing,
        @Since(V21)
        NoChargingProfile
    }
}
