package org.ohmstead.remote.starts;

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

/** What came of remote starts. */
@Path("/api/v1/remote-starts")
@Tag(name = "Remote control")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RemoteStartListResource {
    private final RemoteStarts starts;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public RemoteStartListResource(RemoteStarts starts, Stations stations, CurrentActor actor) {
        this.starts = starts;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("session.read")
    @Operation(operationId = "listRemoteStarts", summary = "Lists remote starts, the newest first")
    @APIResponse(responseCode = "200", description = "A page of remote starts")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<RemoteStartView> list(
            @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable String station,
            @Parameter(description = "How far it has come", schema = @Schema(implementation = RemoteStartState.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "As it was sent") @QueryParam("token") @Nullable String token,
            @Parameter(
                            description = "Number of the session that it led to",
                            schema = @Schema(implementation = Long.class))
                    @QueryParam("session")
                    @Nullable
                    String session,
            @Parameter(description = "Wanted then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Wanted before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        RemoteStartFilter filter = new RemoteStartFilter(
                identity == null
                        ? null
                        : StationPaths.find(stations, actor.scope(), identity)
                                .ref()
                                .id(),
                QueryWords.word("state", RemoteStartState.class, state),
                QueryWords.text(token),
                QueryWords.number("session", session),
                QueryWords.time("from", from),
                QueryWords.time("to", to));
        QueryWords.period("from", filter.from(), "to", filter.to());
        return starts.page(actor.scope(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(RemoteStartView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("session.read")
    @Operation(operationId = "getRemoteStart", summary = "Shows a remote start and what came of it")
    @APIResponse(responseCode = "200", description = "The remote start")
    @APIResponse(responseCode = "404", description = "There is none")
    public RemoteStartView get(@PathParam("id") String id) {
        return RemoteStartView.of(starts.get(actor.scope(), PathNumber.of("remote start", id)));
    }
}
