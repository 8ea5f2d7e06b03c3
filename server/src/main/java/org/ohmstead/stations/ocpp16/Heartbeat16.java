package org.ohmstead.stations.ocpp16;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.Heartbeat.Request;
import org.ohmstead.ocpp.v16.Heartbeat.Response;
import org.ohmstead.stations.Caller;

/** OCPP 1.6 §4.6: tells the time, in whole seconds because some stations read no fraction (field note 62). Writes nothing. */
@Singleton
public class Heartbeat16 implements CallHandler<Caller, Request, Response> {
    private final Clock clock;

    @Inject
    public Heartbeat16(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        return new Response(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public boolean isPrompt() {
        return true;
    }
}
