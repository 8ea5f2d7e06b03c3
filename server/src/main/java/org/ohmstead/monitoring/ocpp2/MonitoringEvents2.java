package org.ohmstead.monitoring.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Consumer;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.monitoring.StationEvent;
import org.ohmstead.monitoring.StationEvents;
import org.ohmstead.monitoring.alerts.Alerts;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.v2.NotifyEvent.EventData;
import org.ohmstead.ocpp.v2.NotifyEvent.EventTrigger;
import org.ohmstead.ocpp.v2.NotifyEvent.Request;
import org.ohmstead.stations.Caller;

/**
 * OCPP 2.x N07: keeps what NotifyEvent brings, and what of it is wrong, for its handler. Its pages need no assembling: each event stands for itself,
 * so seqNo and tbc say nothing that would be missed.
 */
@Singleton
public class MonitoringEvents2 {
    private final StationEvents events;
    private final Alerts alerts;

    @Inject
    public MonitoringEvents2(StationEvents events, Alerts alerts) {
        this.events = events;
        this.alerts = alerts;
    }

    /**
     * Returns when they are durable.
     *
     * @param also what the message changes beside them, in the same transaction
     */
    public void keep(Caller caller, Request call, Consumer<Tx> also) {
        events.report(
                caller.station(),
                call.eventData().stream().map(event -> event(caller, event)).toList(),
                (tx, event) -> alerts.noticed(tx, caller.station(), event.data(), event.at(), event.receivedAt()),
                also);
    }

    private static StationEvent event(Caller caller, EventData event) {
        return new StationEvent(
                Objects.requireNonNullElse(event.timestamp(), caller.receivedAt()),
                event.trigger() == EventTrigger.Periodic,
                Payloads.tree(EventData.class, event),
                caller.receivedAt());
    }
}
