package org.ohmstead.stations.lists;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** The query parameters by which a list of stations is filtered and sorted, as they were sent. */
public record StationQuery(
        @Parameter(description = "Part of identity, name, vendor, model or serial number") @QueryParam("q") @Nullable
        String search,

        @Parameter(description = "true: only those that are connected right now; false: only the others")
        @QueryParam("connected")
        @Nullable
        String connected,

        @Parameter(
                description = "Only those of which this is the worst that holds",
                schema = @Schema(implementation = StationStatus.class))
        @QueryParam("status")
        @Nullable
        String status,

        @Parameter(
                description =
                        "identity, name, lastSeenAt or status (the worst first); with - before it the other way round. Default:"
                                + " identity",
                example = "-lastSeenAt")
        @QueryParam("sort")
        @Nullable
        String sort,

        @QueryParam("stationGroup") @Nullable String stationGroup) {

    /** @throws Refused invalid naming the parameter that is not allowed */
    StationFilter filter() {
        return new StationFilter(
                QueryWords.text(search),
                QueryWords.flag("connected", connected),
                QueryWords.word("status", StationStatus.class, status));
    }

    /** @throws Refused invalid */
    StationSort order() {
        return StationSort.of(sort);
    }
}
