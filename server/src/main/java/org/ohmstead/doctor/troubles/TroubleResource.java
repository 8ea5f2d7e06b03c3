package org.ohmstead.doctor.troubles;

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
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.QueryWords;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** What is wrong with stations for a while. */
@Path("/api/v1/station-troubles")
@Tag(name = "Connections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TroubleResource {
    private final Troubles troubles;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public TroubleResource(Troubles troubles, Stations stations, CurrentActor actor) {
        this.troubles = troubles;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("station.read")
    @Operation(
            operationId = "listStationTroubles",
            summary = "Lists what is wrong with stations for a while, and what was",
            description =
                    "A station that connects again and again, is connected and silent, whose clock is off, that reports one type"
                            + " of security event over and over, or whose connections replace each other. Looked at once a"
                            + " minute; the events station.trouble.began and station.trouble.ended tell of each once.")
    @APIResponse(responseCode = "200", description = "A page of troubles, the newest first")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<TroubleView> list(
            @Parameter(description = "Only of this station; default: all") @QueryParam("station") @Nullable
                    String station,
            @Parameter(description = "true: only those that last; false: only those that have ended")
                    @QueryParam("open")
                    @Nullable
                    String open,
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        return troubles.page(
                        actor.scope(stationGroup),
                        identity == null
                                ? null
                                : StationPaths.find(stations, actor.scope(), identity)
                                        .ref(),
                        QueryWords.flag("open", open),
                        Limit.of(limit),
                        Cursor.of(cursor))
                .map(StationTrouble::view);
    }
}
