package org.ohmstead.monitoring.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.monitoring.streams.EventStreams;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.ConstantStreamData;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.OpenPeriodicEventStream.Request;
import org.ohmstead.ocpp.v2.OpenPeriodicEventStream.Response;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.stations.Caller;

/** OCPP 2.1 N11: a station wants to send the values of a monitor as a stream. */
@Singleton
public class OpenPeriodicEventStream2 implements CallHandler<Caller, Request, Response> {
    private final EventStreams streams;

    @Inject
    public OpenPeriodicEventStream2(EventStreams streams) {
        this.streams = streams;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        ConstantStreamData data = call.constantStreamData();
        EventStreams.Told told = new EventStreams.Told(
                data.id(),
                data.variableMonitoringId(),
                data.params().interval(),
                data.params().values());
        return streams.opened(caller.station(), told, caller.receivedAt())
                ? new Response(GenericStatus.Accepted)
                : new Response(
                        GenericStatus.Rejected,
                        new StatusInfo("NoError", "Too many streams are open; send NotifyEvent instead"));
    }
}
