package org.ohmstead.stations;

import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Problem;

/** What the resources of this slice read alike from a request. */
final class StationPaths {
    private StationPaths() {}

    /** @throws Problem 404 */
    static Station find(Stations stations, long tenant, String identity) {
        return stations.find(tenant, identity)
                .orElseThrow(
                        () -> Problem.notFound(
                                "There is no station '" + identity
                                        + "'. Register it with POST /api/v1/stations, or look at /api/v1/stations?q= for how it is written."));
    }

    /** A query parameter that is true, false or absent. */
    static @Nullable Boolean flag(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return switch (value.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid(name, name + " is '" + value + "'; allowed are true and false.");
        };
    }
}
