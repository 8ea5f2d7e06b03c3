package org.ohmstead.remote.resets;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** What came of resets. */
@Path("/api/v1/resets")
@Tag(name = "Remote control")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ResetListResource {
    private final Resets resets;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public ResetListResource(Resets resets, Stations stations, CurrentActor actor) {
        this.resets = resets;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("station.read")
    @Operation(operationId = "listResets", summary = "Lists resets, the newest first")
    @APIResponse(responseCode = "200", description = "A page of resets")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<StationResetView> list(
            @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable String station,
            @Parameter(description = "How far it has come", schema = @Schema(implementation = ResetState.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "Wanted then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Wanted before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        StationResetFilter filter = new StationResetFilter(
                identity == null
                        ? null
                        : StationPaths.find(stations, actor.scope(), identity)
                                .ref()
                                .id(),
                QueryWords.word("state", ResetState.class, state),
                QueryWords.time("from", from),
                QueryWords.time("to", to));
        QueryWords.period("from", filter.from(), "to", filter.to());
        return resets.page(actor.scope(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(StationResetView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("station.read")
    @Operation(operationId = "getReset", summary = "Shows a reset and what came of it")
    @APIResponse(responseCode = "200", description = "The reset")
    @APIResponse(responseCode = "404", description = "There is none")
    public StationResetView get(@PathParam("id") String id) {
        return StationResetView.of(resets.get(actor.scope(), PathNumber.of("reset", id)));
    }
}
