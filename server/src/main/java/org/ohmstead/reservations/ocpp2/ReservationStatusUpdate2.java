package org.ohmstead.reservations.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.ReservationStatusUpdate.Request;
import org.ohmstead.ocpp.v2.ReservationStatusUpdate.Response;
import org.ohmstead.reservations.ReservationEnds;
import org.ohmstead.stations.Caller;

/** OCPP 2.x H04, H06: a reservation has expired, was removed, or (2.1) its driver came and did not plug in. */
@Singleton
public class ReservationStatusUpdate2 implements CallHandler<Caller, Request, Response> {
    private final ReservationEnds ends;

    @Inject
    public ReservationStatusUpdate2(ReservationEnds ends) {
        this.ends = ends;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        ends.told(
                caller.station(),
                call.reservationId(),
                caller.word("reservationUpdateStatus", call.reservationUpdateStatus()));
        return new Response();
    }
}
