package org.ohmstead.smartcharging.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.ClearedChargingLimit.Request;
import org.ohmstead.ocpp.v2.ClearedChargingLimit.Response;
import org.ohmstead.smartcharging.limits.ExternalLimits;
import org.ohmstead.stations.Caller;

/** OCPP 2.x K13: a limit from outside is gone. */
@Singleton
public class ClearedChargingLimit2 implements CallHandler<Caller, Request, Response> {
    private final ExternalLimits limits;

    @Inject
    public ClearedChargingLimit2(ExternalLimits limits) {
        this.limits = limits;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        limits.cleared(caller.station(), call.chargingLimitSource(), call.evseId());
        return new Response();
    }
}
