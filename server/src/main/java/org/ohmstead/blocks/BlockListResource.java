package org.ohmstead.blocks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;

/** What is blocked of all stations. */
@Path("/api/v1/connector-blocks")
@Tag(name = "Connector blocks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BlockListResource {
    static final String HOW =
            "Kept until it is lifted, or its time is over. It counts at once: a session that is to begin there is refused. The"
                    + " station is told with ChangeAvailability as soon as it is connected, and again after each boot; while a"
                    + " session runs there it may schedule it. Sent again with another reason or time, they replace those"
                    + " before; a station that has refused is told once more.";
    static final String EVSE = "As in the list of connectors; connector n of OCPP 1.6 is connector 1 of EVSE n";

    private final ConnectorBlocks blocks;
    private final CurrentActor actor;

    @Inject
    public BlockListResource(ConnectorBlocks blocks, CurrentActor actor) {
        this.blocks = blocks;
        this.actor = actor;
    }

    @GET
    @Permission("station.read")
    @Operation(
            operationId = "listConnectorBlocks",
            summary = "Lists what is blocked of all stations",
            description =
                    "Also what was lifted, as long as the station has still to be told, or does not obey: see liftedAt.")
    @APIResponse(responseCode = "200", description = "A page of blocks, in the order of station, EVSE and connector")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<ConnectorBlockView> blocks(
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return blocks.page(actor.scope(stationGroup), Limit.of(limit), Cursor.of(cursor))
                .map(ConnectorBlockView::of);
    }
}
