package org.ohmstead.stations.connections;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.QueryWords;

/** Who is and was connected, and who tried to and was turned away. */
@Path("/api/v1")
@Tag(name = "Connections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ConnectionResource {
    private final Connections connections;
    private final Attempts attempts;
    private final CurrentActor actor;

    @Inject
    public ConnectionResource(Connections connections, Attempts attempts, CurrentActor actor) {
        this.connections = connections;
        this.attempts = attempts;
        this.actor = actor;
    }

    @GET
    @Permission("station.read")
    @Path("/connections")
    @Operation(summary = "Lists the connections of all stations, the newest first")
    public Page<StationConnection> connections(
            @Parameter(description = "true: only open ones; false: only ended ones") @QueryParam("open") @Nullable
                    String open,
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return connections.page(
                actor.scope(stationGroup), null, QueryWords.flag("open", open), Limit.of(limit), Cursor.of(cursor));
    }

    @GET
    @Permission("station.read")
    @Path("/connection-attempts")
    @Operation(
            summary = "Lists who tried to connect and was turned away, the newest first",
            description =
                    "The first place to look at when a new station does not come. The same attempt within a minute is"
                            + " counted instead of listed again.")
    public Page<AttemptView> attempts(
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return attempts.page(actor.scope(stationGroup), Limit.of(limit), Cursor.of(cursor))
                .map(AttemptView::of);
    }
}
