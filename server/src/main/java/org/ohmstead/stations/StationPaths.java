package org.ohmstead.stations;

import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;

/** What resources read alike from a path that names a station. */
public final class StationPaths {
    private StationPaths() {}

    /** @throws Refused not found */
    public static Station find(Stations stations, Scope scope, String identity) {
        return stations.find(scope, identity)
                .orElseThrow(
                        () -> Refused.notFound(
                                "There is no station '" + identity
                                        + "'. Register it with POST /api/v1/stations, or look at /api/v1/stations?q= for how it is written."));
    }
}
