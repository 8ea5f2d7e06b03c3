package org.ohmstead.stations.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.ClockOffset;
import org.ohmstead.stations.Identities;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.clocks.StationClocks;
import org.ohmstead.stations.connections.LargeMessages;
import org.ohmstead.stations.connections.LastSeen;
import org.ohmstead.stations.identities.SharedIdentities;

/** A station's row together with what is known of it beside the database. */
@Singleton
public class StationViews {
    private final StationLinks links;
    private final LastSeen lastSeen;
    private final StationClocks clocks;
    private final SharedIdentities shared;
    private final LargeMessages large;

    @Inject
    public StationViews(
            StationLinks links, LastSeen lastSeen, StationClocks clocks, SharedIdentities shared, LargeMessages large) {
        this.links = links;
        this.lastSeen = lastSeen;
        this.clocks = clocks;
        this.shared = shared;
        this.large = large;
    }

    public StationView of(Station station) {
        OcppVersion connected =
                links.of(station.ref()).map(StationLink::version).orElse(null);
        ClockOffset clock = clocks.of(station);
        return StationView.of(station, connected, lastSeen.of(station), clock, warnings(station, clock));
    }

    private List<String> warnings(Station station, @Nullable ClockOffset clock) {
        List<String> warnings =
                new ArrayList<>(Identities.warnings(station.ref().identity()));
        if (clock != null && clock.isTelling()) {
            warnings.add(clock.warning());
        }
        shared.warning(station.ref()).ifPresent(warnings::add);
        large.warning(station.ref()).ifPresent(warnings::add);
        return warnings;
    }
}
