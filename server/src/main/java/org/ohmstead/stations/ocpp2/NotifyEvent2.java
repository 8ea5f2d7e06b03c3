package org.ohmstead.stations.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ohmstead.monitoring.ocpp2.MonitoringEvents2;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.Evse;
import org.ohmstead.ocpp.v2.NotifyEvent.EventData;
import org.ohmstead.ocpp.v2.NotifyEvent.Request;
import org.ohmstead.ocpp.v2.NotifyEvent.Response;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.availability.ConnectorReport;
import org.ohmstead.stations.availability.ConnectorStates;
import org.ohmstead.stations.clocks.StationClocks;

/**
 * N07: events of the device model, all kept. Those of availability are the state of a connector (G01, B01.FR.05). Always
 * answered, with one commit.
 */
@Singleton
public class NotifyEvent2 implements CallHandler<Caller, Request, Response> {
    private final ConnectorStates connectors;
    private final MonitoringEvents2 events;
    private final StationClocks clocks;

    @Inject
    public NotifyEvent2(ConnectorStates connectors, MonitoringEvents2 events, StationClocks clocks) {
        this.connectors = connectors;
        this.events = events;
        this.clocks = clocks;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        List<ConnectorReport> states = call.eventData().stream()
                .map(NotifyEvent2::availability)
                .filter(Objects::nonNull)
                .toList();
        clocks.heard(caller, call.generatedAt(), StationClocks.Kind.REPORT);
        events.keep(caller, call, connectors.reporting(caller, states));
        return new Response();
    }

    /** Names of components and variables are compared without case (field note 134). */
    private static @Nullable ConnectorReport availability(EventData event) {
        Component component = event.component();
        if (!event.variable().name().equalsIgnoreCase("AvailabilityState")) {
            return null;
        }
        if (component.name().equalsIgnoreCase("ChargingStation")) {
            return ConnectorReport.of(0, 0, event.actualValue(), event.timestamp());
        }
        Evse evse = component.evse();
        return evse != null && evse.id() >= 0 && component.name().equalsIgnoreCase("Connector")
                ? ConnectorReport.of(evse.id(), evse.connectorId(), event.actualValue(), event.timestamp())
                : null;
    }
}
