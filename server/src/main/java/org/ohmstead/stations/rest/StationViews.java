package org.ohmstead.stations.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.ohmstead.api.Page;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.ClockOffset;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.clocks.StationClocks;
import org.ohmstead.stations.connections.LastSeen;
import org.ohmstead.stations.groups.GroupMembers;
import org.ohmstead.stations.groups.StationGroupName;
import org.ohmstead.stations.lists.StationLists;
import org.ohmstead.stations.lists.StationSummary;

/** A station's row together with what is known of it beside the database. */
@Singleton
public class StationViews {
    private final StationLinks links;
    private final LastSeen lastSeen;
    private final StationClocks clocks;
    private final StationWarnings warnings;
    private final GroupMembers groups;
    private final StationLists lists;

    @Inject
    public StationViews(
            StationLinks links,
            LastSeen lastSeen,
            StationClocks clocks,
            StationWarnings warnings,
            GroupMembers groups,
            StationLists lists) {
        this.links = links;
        this.lastSeen = lastSeen;
        this.clocks = clocks;
        this.warnings = warnings;
        this.groups = groups;
        this.lists = lists;
    }

    /** @param scope whose groups are named */
    public StationView of(Scope scope, Station station) {
        return of(scope, new Page<>(List.of(station), null)).items().getFirst();
    }

    /** @param scope whose groups are named */
    Page<StationView> of(Scope scope, Page<Station> stations) {
        List<StationRef> refs = stations.items().stream().map(Station::ref).toList();
        Map<Long, List<StationGroupName>> byStation = groups.of(scope, refs);
        Map<Long, StationSummary> summaries = lists.summaries(scope, refs);
        return stations.map(station -> of(
                station,
                byStation.getOrDefault(station.ref().id(), List.of()),
                summaries.getOrDefault(station.ref().id(), StationSummary.UNKNOWN)));
    }

    private StationView of(Station station, List<StationGroupName> of, StationSummary summary) {
        OcppVersion connected =
                links.of(station.ref()).map(StationLink::version).orElse(null);
        ClockOffset clock = clocks.of(station);
        return StationView.of(
                station,
                new StationView.Beside(
                        connected, lastSeen.of(station), clock, summary, of, warnings.of(station, clock)));
    }
}
