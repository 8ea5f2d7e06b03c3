package org.ohmstead.eventstream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.PermissionWords;
import org.ohmstead.access.Principal;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.Stations;

/** Makes filters of what is asked, and of who asks. */
@Singleton
public class EventFilters {
    private final Stations stations;
    private final PermissionWords words;

    @Inject
    public EventFilters(Stations stations, PermissionWords words) {
        this.stations = stations;
        this.words = words;
    }

    /** @throws Refused invalid, or not found, as there is no such station */
    EventFilter of(Principal who, Scope scope, @Nullable String kind, @Nullable String station) {
        boolean mayAll = who.permissions().missing(words.ofOrganisations()).isEmpty();
        return new EventFilter(scope, EventKinds.wanted(kind), id(scope, station), who.permissions(), mayAll);
    }

    private @Nullable Long id(Scope scope, @Nullable String station) {
        String identity = QueryWords.text(station);
        if (identity == null) {
            return null;
        }
        return stations.find(scope, identity)
                .map(found -> found.ref().id())
                .orElseThrow(() -> Refused.notFound(
                        "There is no station '" + identity + "'. GET /api/v1/stations lists those that there are."));
    }
}
