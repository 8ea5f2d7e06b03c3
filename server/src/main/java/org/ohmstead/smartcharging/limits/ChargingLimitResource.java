package org.ohmstead.smartcharging.limits;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.QueryWords;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** REST: limits from outside. */
@Path("/api/v1/stations/{station}/charging-limits")
@Tag(name = "Smart charging")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ChargingLimitResource {
    private final ExternalLimits limits;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public ChargingLimitResource(ExternalLimits limits, Stations stations, CurrentActor actor) {
        this.limits = limits;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("charging-profile.read")
    @Operation(
            operationId = "listChargingLimits",
            summary =
                    "Lists limits that somebody else has set at the station, as it told of them (NotifyChargingLimit)")
    @APIResponse(responseCode = "200", description = "A page of them, the newest first")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<ChargingLimitView> list(
            @PathParam("station") String identity,
            @Parameter(description = "true: only those that stand") @QueryParam("standing") @Nullable String standing,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return limits.page(
                        StationPaths.find(stations, actor.scope(), identity).ref(),
                        Boolean.TRUE.equals(QueryWords.flag("standing", standing)),
                        Limit.of(limit),
                        Cursor.of(cursor))
                .map(ChargingLimitView::of);
    }
}
