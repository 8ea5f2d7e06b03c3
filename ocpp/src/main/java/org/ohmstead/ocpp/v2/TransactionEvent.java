package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.Since;

/**
 * All transaction life-cycle, authorization, meter and cost events; station to CSMS.
 * Source: OCPP 2.x E01, E02, E03, E04, E05, E06, E07, E08, E09, E10, E11, E12, E13, E15 and more.
 */
public interface TransactionEvent {

    /** What the sender of TransactionEvent says. */
    record Request(
            @Required @Nullable TransactionEventKind eventType,
            @Required @Nullable Instant timestamp,
            @Required @Nullable TriggerReason triggerReason,
            @Required @Range(min = 0, since = V21) @Nullable Integer seqNo,
            Transaction transactionInfo,
            @Items(min = 1) @Nullable List<MeterValue> meterValue,
            @Nullable Boolean offline,
            @Range(min = 0, max = 3, since = V21) @Nullable Integer numberOfPhasesUsed,
            @Nullable Integer cableMaxCurrent,
            @Range(min = 0, since = V21) @Nullable Integer reservationId,
            @Nullable Evse evse,
            @Nullable IdToken idToken,
            @Since(V21) @Nullable CostDetails costDetails,
            @Since(V21) @Nullable PreconditioningStatus preconditioningStatus,
            @Since(V21) @Nullable Boolean evseSleep,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(
                @Nullable TransactionEventKind eventType,
                @Nullable Instant timestamp,
                @Nullable TriggerReason triggerReason,
                @Nullable Integer seqNo,
                Transaction transactionInfo) {
            this(
                    eventType,
                    timestamp,
                    triggerReason,
                    seqNo,
                    transactionInfo,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** The answer to TransactionEvent. */
    record Response(
            @Nullable BigDecimal totalCost,
            @Nullable Integer chargingPriority,
            @Nullable IdTokenInfo idTokenInfo,
            @Nullable MessageContent updatedPersonalMessage,
            @Since(V21) @Nullable TransactionLimit transactionLimit,
            @Since(V21) @Items(min = 1, max = 4) @Nullable List<MessageContent> updatedPersonalMessageExtra,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(
                @Nullable BigDecimal totalCost,
                @Nullable Integer chargingPriority,
                @Nullable IdTokenInfo idTokenInfo,
                @Nullable MessageContent updatedPersonalMessage,
                @Nullable TransactionLimit transactionLimit,
                @Nullable List<MessageContent> updatedPersonalMessageExtra) {
            this(
                    totalCost,
                    chargingPriority,
                    idTokenInfo,
                    updatedPersonalMessage,
                    transactionLimit,
                    updatedPersonalMessageExtra,
                    null);
        }
        /** What the specification requires; the rest absent. */
        public Response() {
            this(null, null, null, null, null, null, null);
        }
    }

    /** Charging State. */
    enum ChargingState {
        Charging,
        EVConnected,
        SuspendedEV,
        SuspendedEVSE,
        Idle
    }

    /** Preconditioning Status. */
    @Since(V21)
    enum PreconditioningStatus {
        Unknown,
        Ready,
        NotReady,
        Preconditioning
    }

    /** Reason. */
    enum Reason {
        DeAuthorized,
        EmergencyStop,
        EnergyLimitReached,
        EVDisconnected,
        GroundFault,
        ImmediateReset,
        Local,
        LocalOutOfCredit,
        MasterPass,
        Other,
        OvercurrentFault,
        PowerLoss,
        PowerQuality,
        Reboot,
        Remote,
        SOCLimitReached,
        StoppedByEV,
        TimeLimitReached,
        Timeout,
        @Since(V21)
        ReqEnergyTransferRejected
    }

    /** Transaction. */
    record Transaction(
            @MaxLength(36) String transactionId,
            @Nullable ChargingState chargingState,
            @Nullable Integer timeSpentCharging,
            @Nullable Reason stoppedReason,
            @Nullable Integer remoteStartId,
            @Since(V21) @Nullable OperationMode operationMode,
            @Since(V21) @MaxLength(60) @Nullable String tariffId,
            @Since(V21) @Nullable TransactionLimit transactionLimit,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public Transaction(
                String transactionId,
                @Nullable ChargingState chargingState,
                @Nullable Integer timeSpentCharging,
                @Nullable Reason stoppedReason,
                @Nullable Integer remoteStartId,
                @Nullable OperationMode operationMode,
                @Nullable String tariffId,
                @Nullable TransactionLimit transactionLimit) {
            this(
                    transactionId,
                    chargingState,
                    timeSpentCharging,
                    stoppedReason,
                    remoteStartId,
                    operationMode,
                    tariffId,
                    transactionLimit,
                    null);
        }
        /** What the specification requires; the rest absent. */
        public Transaction(String transactionId) {
            this(transactionId, null, null, null, null, null, null, null, null);
        }
    }

    /** Transaction Event Kind. */
    enum TransactionEventKind {
        Ended,
        Started,
        Updated
    }

    /** Transaction Limit. */
    @Since(V21)
    record TransactionLimit(
            @Nullable BigDecimal maxCost,
            @Nullable BigDecimal maxEnergy,
            @Nullable Integer maxTime,
            @Range(min = 0, max = 100) @Nullable Integer maxSoC,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public TransactionLimit(
                @Nullable BigDecimal maxCost,
                @Nullable BigDecimal maxEnergy,
                @Nullable Integer maxTime,
                @Nullable Integer maxSoC) {
            this(maxCost, maxEnergy, maxTime, maxSoC, null);
        }
        /** What the specification requires; the rest absent. */
        public TransactionLimit() {
            this(null, null, null, null, null);
        }
    }

    /** Trigger Reason. */
    enum TriggerReason {
        Authorized,
        CablePluggedIn,
        ChargingRateChanged,
        ChargingStateChanged,
        Deauthorized,
        EnergyLimitReached,
        EVCommunicationLost,
        EVConnectTimeout,
        MeterValueClock,
        MeterValuePeriodic,
        TimeLimitReached,
        Trigger,
        UnlockCommand,
        StopAuthorized,
        EVDeparted,
        EVDetected,
        RemoteStop,
        RemoteStart,
        AbnormalCondition,
        SignedDataReceived,
        ResetCommand,
        @Since(V21)
        CostLimitReached,
        @Since(V21)
        LimitSet,
        @Since(V21)
        OperationModeChanged,
        @Since(V21)
        RunningCost,
        @Since(V21)
        SoCLimitReached,
        @Since(V21)
        TariffChanged,
        @Since(V21)
        TariffNotAccepted,
        @Since(V21)
        TxResumed
    }
}
