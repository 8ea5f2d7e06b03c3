package org.ohmstead.dercontrol.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import org.ohmstead.db.keys.KeptText;
import org.ohmstead.dercontrol.timeline.DerAlarm;
import org.ohmstead.dercontrol.timeline.DerTimeline;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.NotifyDERAlarm.Request;
import org.ohmstead.ocpp.v2.NotifyDERAlarm.Response;
import org.ohmstead.stations.Caller;

/** OCPP 2.1 R05: the grid made a control act, or no longer does. */
@Singleton
public class NotifyDERAlarm2 implements CallHandler<Caller, Request, Response> {
    private final DerTimeline timeline;

    @Inject
    public NotifyDERAlarm2(DerTimeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        String fault = KeptText.of(caller.word("gridEventFault", call.gridEventFault()));
        timeline.alarm(
                caller.station(),
                new DerAlarm(
                        KeptText.of(caller.word("controlType", call.controlType())),
                        fault.isEmpty() ? null : fault,
                        Boolean.TRUE.equals(call.alarmEnded()),
                        KeptText.ofNullable(call.extraInfo()),
                        call.timestamp().truncatedTo(ChronoUnit.MICROS),
                        caller.receivedAt().truncatedTo(ChronoUnit.MICROS)));
        return new Response();
    }
}
