package org.ohmstead.smartcharging.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.NotifyEVChargingSchedule.Request;
import org.ohmstead.ocpp.v2.NotifyEVChargingSchedule.Response;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.smartcharging.needs.ChargingNeeds;
import org.ohmstead.stations.Caller;

/** OCPP 2.x K15.FR.11 to 13: an EV tells how it plans to charge. What is above our limits is refused, and a new offer follows. */
@Singleton
public class NotifyEVChargingSchedule2 implements CallHandler<Caller, Request, Response> {
    private final ChargingNeeds needs;

    @Inject
    public NotifyEVChargingSchedule2(ChargingNeeds needs) {
        this.needs = needs;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        boolean within = needs.planned(
                caller.station(),
                call.evseId(),
                call.timeBase(),
                Payloads.tree(Request.class, call).path("chargingSchedule"));
        return within
                ? new Response(GenericStatus.Accepted)
                : new Response(
                        GenericStatus.Rejected,
                        new StatusInfo("InvalidSchedule", "The EV plans to charge with more than it was offered"));
    }
}
