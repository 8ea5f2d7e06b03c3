package org.ohmstead.stations.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Page;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.ClockOffset;
import org.ohmstead.stations.Identities;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.clocks.StationClocks;
import org.ohmstead.stations.connections.LargeMessages;
import org.ohmstead.stations.connections.LastSeen;
import org.ohmstead.stations.groups.GroupMembers;
import org.ohmstead.stations.groups.StationGroupName;
import org.ohmstead.stations.identities.SharedIdentities;

/** A station's row together with what is known of it beside the database. */
@Singleton
public class StationViews {
    private final StationLinks links;
    private final LastSeen lastSeen;
    private final StationClocks clocks;
    private final SharedIdentities shared;
    private final LargeMessages large;
    private final GroupMembers groups;

    @Inject
    public StationViews(
            StationLinks links,
            LastSeen lastSeen,
            StationClocks clocks,
            SharedIdentities shared,
            LargeMessages large,
            GroupMembers groups) {
        this.links = links;
        this.lastSeen = lastSeen;
        this.clocks = clocks;
        this.shared = shared;
        this.large = large;
        this.groups = groups;
    }

    /** @param scope whose groups are named */
    public StationView of(Scope scope, Station station) {
        return of(scope, new Page<>(List.of(station), null)).items().getFirst();
    }

    /** @param scope whose groups are named */
    Page<StationView> of(Scope scope, Page<Station> stations) {
        Map<Long, List<StationGroupName>> byStation =
                groups.of(scope, stations.items().stream().map(Station::ref).toList());
        return stations.map(
                station -> of(station, byStation.getOrDefault(station.ref().id(), List.of())));
    }

    private StationView of(Station station, List<StationGroupName> of) {
        OcppVersion connected =
                links.of(station.ref()).map(StationLink::version).orElse(null);
        ClockOffset clock = clocks.of(station);
        return StationView.of(station, connected, lastSeen.of(station), clock, of, warnings(station, clock));
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
