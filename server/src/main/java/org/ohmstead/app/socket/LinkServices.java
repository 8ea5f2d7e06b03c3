package org.ohmstead.app.socket;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.ohmstead.app.settings.CallSettings;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.handshake.StationDoor;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.CallerOf;
import org.ohmstead.ocpp.rpc.LinkEngine;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.LinkSettings;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.ocpp.rpc.Wire;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;

/** What every connection needs; one for all of them. */
public record LinkServices(
        StationDoor door,
        StationLinks links,
        Protocol protocol,
        LinkEngine engine,
        InstantSource clock,
        Settings settings) {

    private static final int INBOUND_QUEUE = 64;

    OcppLink<Caller> link(
            StationDoor.Admitted station,
            CallerOf<Caller> callers,
            OcppVersion version,
            Wire wire,
            LinkObserver observer) {
        Routes<Caller> routes = Objects.requireNonNull(protocol.routes().get(version));
        return new OcppLink<>(callers, routes, link(station), wire, engine, observer);
    }

    /** How a link of this station behaves. */
    private LinkSettings link(StationDoor.Admitted station) {
        CallSettings calls = settings.calls();
        return LinkSettings.DEFAULT
                .withCallTimeout(calls.callTimeout())
                .withQueues(INBOUND_QUEUE, calls.callQueue())
                .withCloseAfterTimeouts(calls.closeAfterTimeouts())
                .withStrict(station.strict())
                .withZone(station.zone());
    }

    /**
     * What is spoken over the links, and who sees it.
     *
     * @param routes one for each version
     */
    public record Protocol(Map<OcppVersion, Routes<Caller>> routes, Observers observers) {}

    /** Makes the one that sees what passes over a link. */
    @FunctionalInterface
    public interface Observers {
        LinkObserver of(StationLink link);
    }
}
