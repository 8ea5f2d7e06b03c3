package org.ohmstead.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.ohmstead.app.metrics.LinkMetrics;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.LinkServices;
import org.ohmstead.app.socket.LinkServices.Observers;
import org.ohmstead.app.socket.LinkServices.Protocol;
import org.ohmstead.app.socket.StationEndpoint;
import org.ohmstead.messagelog.MessageLog;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.LinkEngine;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.connections.LargeMessages;
import org.ohmstead.stations.connections.LastSeen;
import org.ohmstead.stations.deviations.StationDeviations;
import org.ohmstead.stations.provisioning.RegistrationGate;

/** Puts together what a station's link needs. */
@Singleton
public class LinkWiring {
    /** The handlers of each version stand behind the gate that asks whether the station is registered. */
    @Produces
    @Singleton
    Protocol protocol(Handlers handlers, RegistrationGate gate, Observers observers) {
        return new Protocol(
                Map.of(
                        OcppVersion.V16, Ocpp16Routes.v16(handlers).gate(gate).build(),
                        OcppVersion.V201, Ocpp2Routes.v201(handlers).gate(gate).build(),
                        OcppVersion.V21, Ocpp2Routes.v21(handlers).gate(gate).build()),
                observers);
    }

    @Produces
    @Singleton
    Observers observers(
            LinkMetrics metrics,
            MessageLog log,
            LastSeen lastSeen,
            StationDeviations deviations,
            LargeMessages large,
            Clock clock) {
        return link -> new LinkObservation(
                link.station(),
                List.of(
                        metrics.of(link.version()),
                        new LinkTrace(log, link, clock),
                        new LargeMessageWatch(link.station(), large, clock)),
                lastSeen,
                deviations,
                clock);
    }

    @Produces
    @Singleton
    LinkServices services(
            StationsDoor door,
            StationLinks links,
            Protocol protocol,
            LinkEngine engine,
            Clock clock,
            Settings settings) {
        return new LinkServices(door, links, protocol, engine, clock, settings);
    }

    @Produces
    @Singleton
    StationEndpoint endpoint(LinkServices services, LinkMetrics metrics) {
        return new StationEndpoint(services, metrics::refusedHandshake);
    }
}
