package org.ohmstead.plainanswers.ocpp2;

import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v2.BatterySwap;
import org.ohmstead.ocpp.v2.ClosePeriodicEventStream;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.NotifyDERAlarm;
import org.ohmstead.ocpp.v2.NotifyDERStartStop;
import org.ohmstead.ocpp.v2.NotifySettlement;
import org.ohmstead.ocpp.v2.OpenPeriodicEventStream;
import org.ohmstead.ocpp.v2.ReservationStatusUpdate;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.ocpp.v2.VatNumberValidation;
import org.ohmstead.stations.Caller;

/** Blocks with few messages from the station, until their slices do more. Each method is a handler. */
public final class PlainAnswers2 {
    private static final int LONGEST_VAT_NUMBER = 20;

    private PlainAnswers2() {}

    /** H01, H04: a reservation expired or was removed. */
    public static ReservationStatusUpdate.Response reservationStatusUpdate(
            Caller caller, ReservationStatusUpdate.Request call) {
        return new ReservationStatusUpdate.Response();
    }

    /** C18 to C22: a payment at the terminal was settled. No receipt comes from here (C21.FR.03). */
    public static NotifySettlement.Response notifySettlement(Caller caller, NotifySettlement.Request call) {
        return new NotifySettlement.Response();
    }

    /** C18.FR.10: no register is asked, so no number can be confirmed; number and EVSE come back as they came. */
    public static VatNumberValidation.Response vatNumberValidation(Caller caller, VatNumberValidation.Request call) {
        Integer evse = call.evseId();
        if (call.vatNumber().codePointCount(0, call.vatNumber().length()) > LONGEST_VAT_NUMBER) {
            throw new CallRefused(
                    ErrorCode.PropertyConstraintViolation,
                    "vatNumber is longer than " + LONGEST_VAT_NUMBER + " characters and cannot come back in an answer");
        }
        return new VatNumberValidation.Response(
                call.vatNumber(),
                GenericStatus.Rejected,
                null,
                new StatusInfo("NotEnabled", "No register of VAT numbers is connected"),
                evse == null || evse < 0 ? null : evse);
    }

    /** N11: the station sends NotifyEvent instead, whose events are kept. */
    public static OpenPeriodicEventStream.Response openPeriodicEventStream(
            Caller caller, OpenPeriodicEventStream.Request call) {
        return new OpenPeriodicEventStream.Response(
                GenericStatus.Rejected, new StatusInfo("NotEnabled", "Send NotifyEvent instead"));
    }

    /** N13: a stream that another system had accepted ends. */
    public static ClosePeriodicEventStream.Response closePeriodicEventStream(
            Caller caller, ClosePeriodicEventStream.Request call) {
        return new ClosePeriodicEventStream.Response();
    }

    /** R05: the grid made a control act, or no longer does. */
    public static NotifyDERAlarm.Response notifyDERAlarm(Caller caller, NotifyDERAlarm.Request call) {
        return new NotifyDERAlarm.Response();
    }

    /** R04: a scheduled control began or ended. */
    public static NotifyDERStartStop.Response notifyDERStartStop(Caller caller, NotifyDERStartStop.Request call) {
        return new NotifyDERStartStop.Response();
    }

    /** S01 to S03: a battery was put in, taken out or left behind. */
    public static BatterySwap.Response batterySwap(Caller caller, BatterySwap.Request call) {
        return new BatterySwap.Response();
    }
}
