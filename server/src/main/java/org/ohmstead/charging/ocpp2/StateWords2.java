package org.ohmstead.charging.ocpp2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.ocpp.v2.TransactionEvent;

/** The states and reasons of 2.x in our words. */
final class StateWords2 {
    private StateWords2() {}

    static @Nullable ChargingState charging(TransactionEvent.@Nullable ChargingState state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            case Charging -> ChargingState.CHARGING;
            case EVConnected -> ChargingState.EV_CONNECTED;
            case SuspendedEV -> ChargingState.SUSPENDED_BY_EV;
            case SuspendedEVSE -> ChargingState.SUSPENDED_BY_STATION;
            case Idle -> ChargingState.IDLE;
        };
    }

    /** @param hasOwnWord whether the station gave a reason that the schema does not know */
    static @Nullable StopReason reason(TransactionEvent.@Nullable Reason reason, boolean hasOwnWord) {
        if (reason == null) {
            return hasOwnWord ? StopReason.OTHER : null;
        }
        return switch (reason) {
            case DeAuthorized -> StopReason.DEAUTHORIZED;
            case EmergencyStop -> StopReason.EMERGENCY_STOP;
            case EnergyLimitReached -> StopReason.ENERGY_LIMIT_REACHED;
            case EVDisconnected -> StopReason.EV_DISCONNECTED;
            case GroundFault -> StopReason.GROUND_FAULT;
            case ImmediateReset -> StopReason.IMMEDIATE_RESET;
            case Local -> StopReason.LOCAL;
            case LocalOutOfCredit -> StopReason.LOCAL_OUT_OF_CREDIT;
            case MasterPass -> StopReason.MASTER_PASS;
            case Other -> StopReason.OTHER;
            case OvercurrentFault -> StopReason.OVERCURRENT;
            case PowerLoss -> StopReason.POWER_LOSS;
            case PowerQuality -> StopReason.POWER_QUALITY;
            case Reboot -> StopReason.REBOOT;
            case Remote -> StopReason.REMOTE;
            case SOCLimitReached -> StopReason.SOC_LIMIT_REACHED;
            case StoppedByEV -> StopReason.STOPPED_BY_EV;
            case TimeLimitReached -> StopReason.TIME_LIMIT_REACHED;
            case Timeout -> StopReason.TIMEOUT;
            case ReqEnergyTransferRejected -> StopReason.REQUESTED_ENERGY_TRANSFER_REFUSED;
        };
    }
}
