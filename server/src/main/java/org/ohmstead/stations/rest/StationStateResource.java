package org.ohmstead.stations.rest;

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
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.connections.Connections;
import org.ohmstead.stations.connections.StationConnection;
import org.ohmstead.stations.deviations.StationDeviation;
import org.ohmstead.stations.deviations.StationDeviations;

/** What one station has shown of itself. */
@Path("/api/v1/stations/{station}")
@Tag(name = "Stations")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "200", description = "A page of them")
@APIResponse(responseCode = "404", description = "There is no station of this identity")
@RunOnVirtualThread
public class StationStateResource {
    private final Stations stations;
    private final Connections connections;
    private final StationDeviations deviations;
    private final CurrentActor actor;

    @Inject
    public StationStateResource(
            Stations stations, Connections connections, StationDeviations deviations, CurrentActor actor) {
        this.stations = stations;
        this.connections = connections;
        this.deviations = deviations;
        this.actor = actor;
    }

    @GET
    @Permission("station.read")
    @Path("/connections")
    @Operation(summary = "Lists its connections, the newest first")
    public Page<StationConnection> connections(
            @PathParam("station") String identity,
            @Parameter(description = "true: only open ones; false: only ended ones") @QueryParam("open") @Nullable
                    String open,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return connections.page(
                actor.scope(), find(identity), QueryWords.flag("open", open), Limit.of(limit), Cursor.of(cursor));
    }

    @GET
    @Permission("station.read")
    @Path("/deviations")
    @Operation(
            summary =
                    "Lists where its messages differ from the specification, and how often they were served all the same")
    public Page<StationDeviation> deviations(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return deviations.page(find(identity), Limit.of(limit), Cursor.of(cursor));
    }

    private StationRef find(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
