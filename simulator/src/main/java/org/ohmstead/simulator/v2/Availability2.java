package org.ohmstead.simulator.v2;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.ChangeAvailability;
import org.ohmstead.ocpp.v2.ChangeAvailability.ChangeAvailabilityStatus;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.EventNotification;
import org.ohmstead.ocpp.v2.Evse;
import org.ohmstead.ocpp.v2.NotifyEvent;
import org.ohmstead.ocpp.v2.StatusNotification;
import org.ohmstead.ocpp.v2.StatusNotification.ConnectorStatus;
import org.ohmstead.ocpp.v2.Variable;
import org.ohmstead.simulator.station.Configuration.Name;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.OutletState;
import org.ohmstead.simulator.station.Station;

/** The state of connectors, told by StatusNotification or, on 2.1, by NotifyEvent (G01). */
final class Availability2 {
    private final Protocol2 cs;
    private final AtomicInteger events = new AtomicInteger();

    Availability2(Protocol2 cs) {
        this.cs = cs;
    }

    OcppCall<?> message(Outlet outlet, OutletState state) {
        Station station = cs.station();
        ConnectorStatus status = status(state);
        for (String component : List.of("EVSE", "Connector")) {
            cs.configuration()
                    .find(new Name(component, outlet.id(), "AvailabilityState", ""))
                    .ifPresent(variable -> variable.value(status.name()));
        }
        if (cs.version() == OcppVersion.V21 && station.options().statusByEvent()) {
            NotifyEvent.EventData data = new NotifyEvent.EventData(
                    events.incrementAndGet(),
                    station.stamp(),
                    NotifyEvent.EventTrigger.Delta,
                    status.name(),
                    new Component("Connector", new Evse(outlet.id(), 1), null),
                    EventNotification.HardWiredNotification,
                    new Variable("AvailabilityState"));
            return new NotifyEvent.Request(station.stamp(), 0, List.of(data));
        }
        return new StatusNotification.Request(station.stamp(), status, outlet.id(), 1);
    }

    static ConnectorStatus status(OutletState state) {
        return switch (state) {
            case AVAILABLE -> ConnectorStatus.Available;
            case PREPARING, CHARGING, SUSPENDED_EV, SUSPENDED_EVSE, FINISHING -> ConnectorStatus.Occupied;
            case RESERVED -> ConnectorStatus.Reserved;
            case UNAVAILABLE -> ConnectorStatus.Unavailable;
            case FAULTED -> ConnectorStatus.Faulted;
        };
    }

    ChangeAvailability.Response change(ChangeAvailability.Request request) {
        Station station = cs.station();
        boolean operative = request.operationalStatus() == ChangeAvailability.OperationalStatus.Operative;
        Evse evse = request.evse();
        boolean whole = evse == null || evse.id() == 0;
        List<Outlet> affected = evse == null || whole
                ? station.outlets()
                : station.outlet(evse.id()).stream().toList();
        if (affected.isEmpty()) {
            return new ChangeAvailability.Response(ChangeAvailabilityStatus.Rejected, Reasons.of("UnknownEvse"));
        }
        boolean now = true;
        synchronized (station) {
            for (Outlet outlet : affected) {
                now &= outlet.operative(operative);
            }
            if (whole) {
                station.operative(operative || !now);
            }
        }
        station.afterAnswer(() -> affected.forEach(station::report));
        return new ChangeAvailability.Response(
                now ? ChangeAvailabilityStatus.Accepted : ChangeAvailabilityStatus.Scheduled);
    }
}
