package org.ohmstead.plainanswers.ocpp2;

import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.ChargingProfileStatus;
import org.ohmstead.ocpp.v2.ClearedChargingLimit;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.NotifyChargingLimit;
import org.ohmstead.ocpp.v2.NotifyEVChargingNeeds;
import org.ohmstead.ocpp.v2.NotifyEVChargingNeeds.NotifyEVChargingNeedsStatus;
import org.ohmstead.ocpp.v2.NotifyEVChargingSchedule;
import org.ohmstead.ocpp.v2.NotifyPriorityCharging;
import org.ohmstead.ocpp.v2.PullDynamicScheduleUpdate;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.stations.Caller;

/** Block K, smart charging, while nothing here makes profiles. Each method is a handler. */
public final class SmartChargingAnswers2 {
    private SmartChargingAnswers2() {}

    /** K13: an external limit is gone. */
    public static ClearedChargingLimit.Response clearedChargingLimit(Caller caller, ClearedChargingLimit.Request call) {
        return new ClearedChargingLimit.Response();
    }

    /** K11, K12: somebody else limits the station. */
    public static NotifyChargingLimit.Response notifyChargingLimit(Caller caller, NotifyChargingLimit.Request call) {
        return new NotifyChargingLimit.Response();
    }

    /** K15.FR.04, K17: no profile will follow, so the EV charges by TxDefaultProfile. 2.0.1 has only Rejected to say so. */
    public static NotifyEVChargingNeeds.Response notifyEVChargingNeeds(
            Caller caller, NotifyEVChargingNeeds.Request call) {
        NotifyEVChargingNeedsStatus none = caller.version().has(OcppVersion.V21)
                ? NotifyEVChargingNeedsStatus.NoChargingProfile
                : NotifyEVChargingNeedsStatus.Rejected;
        return new NotifyEVChargingNeeds.Response(
                none, new StatusInfo("NotEnabled", "No charging profile will be sent; TxDefaultProfile applies"));
    }

    /** K15.FR.11: whatever the EV plans is within the limits, because none are set from here. */
    public static NotifyEVChargingSchedule.Response notifyEVChargingSchedule(
            Caller caller, NotifyEVChargingSchedule.Request call) {
        return new NotifyEVChargingSchedule.Response(GenericStatus.Accepted);
    }

    /** K21, K22: priority charging was switched at the station. */
    public static NotifyPriorityCharging.Response notifyPriorityCharging(
            Caller caller, NotifyPriorityCharging.Request call) {
        return new NotifyPriorityCharging.Response();
    }

    /** K28.FR.12: there is no dynamic profile of this id. */
    public static PullDynamicScheduleUpdate.Response pullDynamicScheduleUpdate(
            Caller caller, PullDynamicScheduleUpdate.Request call) {
        return new PullDynamicScheduleUpdate.Response(
                ChargingProfileStatus.Rejected,
                null,
                new StatusInfo("InvalidProfile", "No dynamic charging profile of this id was sent from here"));
    }
}
