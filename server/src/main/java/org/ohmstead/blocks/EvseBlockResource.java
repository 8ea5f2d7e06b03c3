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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** Blocks an EVSE, or one of its connectors. */
@Path("/api/v1/stations/{station}/evses/{evse}")
@Tag(name = "Connector blocks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class EvseBlockResource {
    private final ConnectorBlocks blocks;
    private final BlockPlaces places;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public EvseBlockResource(ConnectorBlocks blocks, BlockPlaces places, Stations stations, CurrentActor actor) {
        this.blocks = blocks;
        this.places = places;
        this.stations = stations;
        this.actor = actor;
    }

    @PUT
    @Path("/block")
    @Permission("connector.block")
    @Operation(
            operationId = "blockEvse",
            summary = "Blocks an EVSE: none of its connectors takes a new session",
            description = BlockListResource.HOW)
    @APIResponse(responseCode = "200", description = "The block; its result says what the station has said so far")
    @APIResponse(responseCode = "400", description = "The reason is missing, or the time is over; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station, or it has reported no such EVSE")
    public ConnectorBlockView blockEvse(
            @PathParam("station") String identity,
            @Parameter(description = BlockListResource.EVSE) @PathParam("evse") String evse,
            @Nullable BlockBody body) {
        StationRef station = station(identity);
        return block(station, places.evse(station, evse), body);
    }

    @DELETE
    @Path("/block")
    @Permission("connector.block")
    @Operation(
            operationId = "unblockEvse",
            summary = "Lifts the block of an EVSE",
            description =
                    "A connector that is blocked by itself stays so, and so does a station. The EVSE may have been removed meanwhile.")
    @APIResponse(responseCode = "204", description = "Lifted; the station is told")
    @APIResponse(responseCode = "400", description = "A number is none")
    @APIResponse(responseCode = "404", description = "There is no such station, or the EVSE is not blocked by itself")
    public void unblockEvse(
            @PathParam("station") String identity,
            @Parameter(description = BlockListResource.EVSE) @PathParam("evse") String evse) {
        blocks.unblock(actor.get(), station(identity), BlockPlace.evse(evse), standing -> {});
    }

    @PUT
    @Path("/connectors/{connector}/block")
    @Permission("connector.block")
    @Operation(
            operationId = "blockConnector",
            summary = "Blocks a connector: it takes no new session",
            description = BlockListResource.HOW)
    @APIResponse(responseCode = "200", description = "The block; its result says what the station has said so far")
    @APIResponse(responseCode = "400", description = "The reason is missing, or the time is over; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station, or it has reported no such connector")
    public ConnectorBlockView blockConnector(
            @PathParam("station") String identity,
            @Parameter(description = BlockListResource.EVSE) @PathParam("evse") String evse,
            @Parameter(description = "Counted within its EVSE") @PathParam("connector") String connector,
            @Nullable BlockBody body) {
        StationRef station = station(identity);
        return block(station, places.connector(station, evse, connector), body);
    }

    @DELETE
    @Path("/connectors/{connector}/block")
    @Permission("connector.block")
    @Operation(
            operationId = "unblockConnector",
            summary = "Lifts the block of a connector",
            description = "Where its EVSE or station is blocked, that stays so. It may have been removed meanwhile.")
    @APIResponse(responseCode = "204", description = "Lifted; the station is told")
    @APIResponse(responseCode = "400", description = "A number is none")
    @APIResponse(
            responseCode = "404",
            description = "There is no such station, or the connector is not blocked by itself")
    public void unblockConnector(
            @PathParam("station") String identity,
            @Parameter(description = BlockListResource.EVSE) @PathParam("evse") String evse,
            @Parameter(description = "Counted within its EVSE") @PathParam("connector") String connector) {
        blocks.unblock(actor.get(), station(identity), BlockPlace.connector(evse, connector), standing -> {});
    }

    private ConnectorBlockView block(StationRef station, BlockPlace place, @Nullable BlockBody body) {
        return ConnectorBlockView.of(blocks.block(actor.get(), station, place, BlockBody.wanted(body), standing -> {}));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
