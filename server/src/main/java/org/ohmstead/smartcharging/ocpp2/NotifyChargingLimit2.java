package org.ohmstead.smartcharging.ocpp2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.NotifyChargingLimit.Request;
import org.ohmstead.ocpp.v2.NotifyChargingLimit.Response;
import org.ohmstead.smartcharging.limits.ExternalLimits;
import org.ohmstead.stations.Caller;

/** OCPP 2.x K11, K12, K27: somebody else limits the station. */
@Singleton
public class NotifyChargingLimit2 implements CallHandler<Caller, Request, Response> {
    private final ExternalLimits limits;

    @Inject
    public NotifyChargingLimit2(ExternalLimits limits) {
        this.limits = limits;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        ObjectNode payload = Payloads.tree(Request.class, call);
        limits.set(
                caller.station(),
                new ExternalLimits.Told(
                        call.evseId() == null ? 0 : call.evseId(),
                        call.chargingLimit().chargingLimitSource(),
                        Boolean.TRUE.equals(call.chargingLimit().isGridCritical()),
                        Boolean.TRUE.equals(call.chargingLimit().isLocalGeneration()),
                        payload.get("chargingSchedule")));
        return new Response();
    }
}
