package org.ohmstead.monitoring.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.monitoring.streams.EventStreams;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.ClosePeriodicEventStream.Request;
import org.ohmstead.ocpp.v2.ClosePeriodicEventStream.Response;
import org.ohmstead.stations.Caller;

/** OCPP 2.1 N13: a stream ends. */
@Singleton
public class ClosePeriodicEventStream2 implements CallHandler<Caller, Request, Response> {
    private final EventStreams streams;

    @Inject
    public ClosePeriodicEventStream2(EventStreams streams) {
        this.streams = streams;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        streams.closed(caller.station(), call.id(), caller.receivedAt());
        return new Response();
    }
}
