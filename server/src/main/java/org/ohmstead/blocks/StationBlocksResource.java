package org.ohmstead.blocks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Page;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** What is blocked of one station. */
@Path("/api/v1/stations/{station}/blocks")
@Tag(name = "Connector blocks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationBlocksResource {
    private final ConnectorBlocks blocks;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StationBlocksResource(ConnectorBlocks blocks, Stations stations, CurrentActor actor) {
        this.blocks = blocks;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("station.read")
    @Operation(
            operationId = "listBlocksOfStation",
            summary = "Lists what is blocked of a station",
            description =
                    "Also what was lifted, as long as the station has still to be told, or does not obey: see liftedAt."
                            + " There are never more than a page holds.")
    @APIResponse(responseCode = "200", description = "All of them, the widest first")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<ConnectorBlockView> blocks(@PathParam("station") String identity) {
        List<ConnectorBlock> all =
                blocks.of(StationPaths.find(stations, actor.scope(), identity).ref());
        return new Page<>(all.stream().map(ConnectorBlockView::of).toList(), null);
    }
}
