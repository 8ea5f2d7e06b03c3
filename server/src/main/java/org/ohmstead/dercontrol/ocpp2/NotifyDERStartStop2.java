package org.ohmstead.dercontrol.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ohmstead.db.keys.KeptText;
import org.ohmstead.dercontrol.timeline.DerSwitch;
import org.ohmstead.dercontrol.timeline.DerTimeline;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.NotifyDERStartStop.Request;
import org.ohmstead.ocpp.v2.NotifyDERStartStop.Response;
import org.ohmstead.stations.Caller;

/** OCPP 2.1 R04: a scheduled control began or ended. */
@Singleton
public class NotifyDERStartStop2 implements CallHandler<Caller, Request, Response> {
    private final DerTimeline timeline;

    @Inject
    public NotifyDERStartStop2(DerTimeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        List<String> superseded = call.supersededIds() == null ? List.of() : call.supersededIds();
        timeline.switched(
                caller.station(),
                new DerSwitch(
                        KeptText.of(call.controlId()),
                        call.started(),
                        superseded.stream().map(KeptText::of).toList(),
                        call.timestamp().truncatedTo(ChronoUnit.MICROS),
                        caller.receivedAt().truncatedTo(ChronoUnit.MICROS)));
        return new Response();
    }
}
