package org.ohmstead.smartcharging.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.NotifyPriorityCharging.Request;
import org.ohmstead.ocpp.v2.NotifyPriorityCharging.Response;
import org.ohmstead.smartcharging.priority.PriorityCharging;
import org.ohmstead.stations.Caller;

/** OCPP 2.1 K21, K22: priority charging was switched at the station. */
@Singleton
public class NotifyPriorityCharging2 implements CallHandler<Caller, Request, Response> {
    private final PriorityCharging priority;

    @Inject
    public NotifyPriorityCharging2(PriorityCharging priority) {
        this.priority = priority;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        priority.switched(caller.station(), call.transactionId(), call.activated());
        return new Response();
    }
}
