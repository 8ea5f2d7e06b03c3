package org.ohmstead.blocks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** Blocks a station as a whole. */
@Path("/api/v1/stations/{station}/block")
@Tag(name = "Connector blocks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationBlockResource {
    private final ConnectorBlocks blocks;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StationBlockResource(ConnectorBlocks blocks, Stations stations, CurrentActor actor) {
        this.blocks = blocks;
        this.stations = stations;
        this.actor = actor;
    }

    @PUT
    @Permission("connector.block")
    @Operation(
            operationId = "blockStation",
            summary = "Blocks a station: none of its connectors takes a new session",
            description = BlockListResource.HOW)
    @APIResponse(responseCode = "200", description = "The block; its result says what the station has said so far")
    @APIResponse(responseCode = "400", description = "The reason is missing, or the time is over; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public ConnectorBlockView block(@PathParam("station") String identity, @Nullable BlockBody body) {
        return ConnectorBlockView.of(blocks.block(
                actor.get(), station(identity), BlockPlace.STATION, BlockBody.wanted(body), standing -> {}));
    }

    @DELETE
    @Permission("connector.block")
    @Operation(
            operationId = "unblockStation",
            summary = "Lifts the block of a station",
            description = "EVSEs and connectors that are blocked by themselves stay so.")
    @APIResponse(responseCode = "204", description = "Lifted; the station is told")
    @APIResponse(responseCode = "404", description = "There is no such station, or it is not blocked by itself")
    public void unblock(@PathParam("station") String identity) {
        blocks.unblock(actor.get(), station(identity), BlockPlace.STATION, standing -> {});
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
