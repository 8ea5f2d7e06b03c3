package org.ohmstead.plainanswers.ocpp2;

import org.ohmstead.ocpp.v2.ReservationStatusUpdate;
import org.ohmstead.stations.Caller;

/** Blocks with few messages from the station, until their slices do more. Each method is a handler. */
public final class PlainAnswers2 {
    private PlainAnswers2() {}

    /** H01, H04: a reservation expired or was removed. */
    public static ReservationStatusUpdate.Response reservationStatusUpdate(
            Caller caller, ReservationStatusUpdate.Request call) {
        return new ReservationStatusUpdate.Response();
    }
}
