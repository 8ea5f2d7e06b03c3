package org.ohmstead.plainanswers.ocpp2;

import org.ohmstead.ocpp.v2.ClosePeriodicEventStream;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.OpenPeriodicEventStream;
import org.ohmstead.ocpp.v2.ReservationStatusUpdate;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.stations.Caller;

/** Blocks with few messages from the station, until their slices do more. Each method is a handler. */
public final class PlainAnswers2 {
    private PlainAnswers2() {}

    /** H01, H04: a reservation expired or was removed. */
    public static ReservationStatusUpdate.Response reservationStatusUpdate(
            Caller caller, ReservationStatusUpdate.Request call) {
        return new ReservationStatusUpdate.Response();
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
}
