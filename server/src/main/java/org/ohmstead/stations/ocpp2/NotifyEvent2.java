package org.ohmstead.stations.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.CallHandler;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.Evse;
import org.ohmstead.ocpp.v2.NotifyEvent.EventData;
import org.ohmstead.ocpp.v2.NotifyEvent.Request;
import org.ohmstead.ocpp.v2.NotifyEvent.Response;
import org.ohmstead.reports.ocpp2.MonitoringEvents2;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.ConnectorReport;
import org.ohmstead.stations.ConnectorStates;

/** N07: events of the device model, all kept. Those of availability are the state of a connector (G01, B01.FR.05). Always answered. */
@Singleton
public class NotifyEvent2 implements CallHandler<Caller, Request, Response> {
    private final ConnectorStates connectors;
    private final MonitoringEvents2 events;

    @Inject
    public NotifyEvent2(ConnectorStates connectors, MonitoringEvents2 events) {
        this.connectors = connectors;
        this.events = events;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        events.keep(caller, call);
        for (EventData event : call.eventData()) {
            ConnectorReport report = availability(event);
            if (report != null) {
                connectors.report(caller, report);
            }
        }
        return new Response();
    }

    /** Names of components and variables are compared without case (gotcha 134). */
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
