package org.ohmstead.app.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.groups.GroupMembers;

/** How many of the stations that who asks may see are connected to this process. */
@Singleton
public class ConnectedStations {
    private final StationLinks links;
    private final GroupMembers groups;
    private final CurrentActor actor;

    @Inject
    public ConnectedStations(StationLinks links, GroupMembers groups, CurrentActor actor) {
        this.links = links;
        this.groups = groups;
        this.actor = actor;
    }

    /** By the version of OCPP that they speak. */
    Map<String, Integer> byVersion() {
        Scope scope = actor.scope();
        Set<Long> seen = scope.isLimited() ? groups.stationsWithin(scope) : Set.of();
        Map<String, Integer> byVersion = new TreeMap<>();
        for (StationLink link : links.all()) {
            boolean own = link.station().tenant() == scope.tenant();
            if (own && (!scope.isLimited() || seen.contains(link.station().id()))) {
                byVersion.merge(link.version().number(), 1, Integer::sum);
            }
        }
        return byVersion;
    }
}
