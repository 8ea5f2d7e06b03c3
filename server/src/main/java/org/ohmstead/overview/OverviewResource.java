package org.ohmstead.overview;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.QueryWords;

/** The first screen of an operator in one answer. */
@Path("/api/v1/overview")
@Tag(name = "Overview")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OverviewResource {
    private final Overview overview;
    private final CurrentActor actor;

    @Inject
    public OverviewResource(Overview overview, CurrentActor actor) {
        this.overview = overview;
        this.actor = actor;
    }

    @GET
    @Permission("station.read")
    @Operation(
            operationId = "getOverview",
            summary = "Shows how things stand at all stations, and what needs attention",
            description =
                    "Counts of stations and connectors, power now, energy and sessions of today and yesterday, and the worst"
                            + " 50 of what needs attention. Whoever is limited to some groups of stations sees theirs. A"
                            + " session belongs to the day on which it ended, as in GET /api/v1/sessions/totals.")
    @APIResponse(responseCode = "200", description = "How things stand now")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public OverviewView get(
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @Parameter(description = "The time zone of its days; default UTC", example = "Europe/Berlin")
                    @QueryParam("zone")
                    @Nullable
                    String zone) {
        return overview.of(actor.scope(stationGroup), QueryWords.zone(zone));
    }
}
