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
 * Reports whatever happens to a transaction, from its start to its end; station to CSMS.
 * Source: OCPP 2.x E01, E02, E03, E04, E05, E06, E07, E08, E09, E10, E11, E12, E13, E15 and more.
 */
public interface TransactionEvent {

    /**
     * @param eventType             Started comes first, Ended last, Updated in between
     * @param timestamp             when it happened, possibly long ago if the station was offline; UTC
     * @param triggerReason         why the event is sent
     * @param seqNo                 counts up by 1 per event of the transaction, so that gaps show; older stations count
     *                              per EVSE
     * @param transactionInfo       the transaction as it is now
     * @param meterValue            readings taken with the event
     * @param offline               whether it happened while the station was offline; absent: false
     * @param numberOfPhasesUsed    phases in use; absent: not told
     * @param cableMaxCurrent       greatest current of the cable, in A; absent: not told
     * @param reservationId         reservation that the transaction uses up
     * @param evse                  EVSE and connector; told once, as soon as an EV is connected
     * @param idToken               token presented; told once when authorization begins and once when it ends
     * @param costDetails           cost that the station computed; absent: it did not
     * @param preconditioningStatus state of the battery of the EV; absent: Unknown
     * @param evseSleep             whether the power electronics of the EVSE are off; absent: false
     */
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

    /**
     * @param totalCost                   running cost, or the final one after Ended, with taxes; 0 is free, absent:
     *                                    unknown
     * @param chargingPriority            rank from -9 to 9 for this transaction, before that of the token
     * @param idTokenInfo                 verdict on the token of the request; required if that had one
     * @param updatedPersonalMessage      new text for this driver
     * @param transactionLimit            limits that the CSMS sets, once
     * @param updatedPersonalMessageExtra the same text in other languages
     */
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

    /**
     * What the EV does. SuspendedEV: it takes nothing; SuspendedEVSE: the station gives nothing; Idle: no EV is
     * connected.
     */
    enum ChargingState {
        Charging,
        EVConnected,
        SuspendedEV,
        SuspendedEVSE,
        Idle
    }

    /**
     * Why a transaction ended. Local: by the user at the station; Remote: by the CSMS; DeAuthorized: the token was
     * refused after the start; MasterPass: by a token that may stop any; Timeout: no EV came in time.
     */
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

    /**
     * A transaction as it is now; what is absent has not changed.
     *
     * @param transactionId     identifier that the station gave the transaction; compared without regard to case
     * @param chargingState     what the EV does
     * @param timeSpentCharging how long energy has flowed so far, in s
     * @param stoppedReason     why it ended; absent: Local
     * @param remoteStartId     the one of RequestStartTransaction, in the first event after it
     * @param operationMode     who decides on the power
     * @param tariffId          tariff in use
     * @param transactionLimit  limits in force at the station
     */
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

    /** Place of an event in its transaction. */
    enum TransactionEventKind {
        Ended,
        Started,
        Updated
    }

    /**
     * Bounds at which a transaction is suspended or ended; an absent one is not set.
     *
     * @param maxCost   cost, in the currency of the tariff
     * @param maxEnergy energy, in Wh
     * @param maxTime   time since the start, in s
     * @param maxSoC    state of charge, in %
     */
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

    /**
     * Why an event is sent. Trigger: TriggerMessage asked for it; SignedDataReceived: the meter signed;
     * AbnormalCondition: a fault; LimitSet: a limit was set or changed; RunningCost: the cost was due; TxResumed: the
     * transaction goes on after a restart.
     */
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
