package org.ohmstead.batteryswap;

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

/** REST: swaps of batteries. */
@Path("/api/v1/battery-swaps")
@Tag(name = "Battery swaps", description = "Batteries that are swapped at stations (OCPP 2.1)")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BatterySwapResource {
    private final BatterySwaps swaps;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public BatterySwapResource(BatterySwaps swaps, Stations stations, CurrentActor actor) {
        this.swaps = swaps;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("battery-swap.read")
    @Operation(
            operationId = "listBatterySwaps",
            summary = "Lists swaps of batteries, the newest first",
            description = "Those that were asked for from afar, and those that were begun at the station.")
    @APIResponse(responseCode = "200", description = "A page of swaps")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<BatterySwapView> list(
            @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable String station,
            @Parameter(description = "How far it has come", schema = @Schema(implementation = BatterySwap.State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "Of the driver") @QueryParam("token") @Nullable String token,
            @Parameter(description = "Begun then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Begun before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        BatterySwapFilter filter = new BatterySwapFilter(
                identity == null
                        ? null
                        : StationPaths.find(stations, actor.scope(), identity)
                                .ref()
                                .id(),
                BatterySwap.State.ofParameter(QueryWords.text(state)),
                QueryWords.text(token),
                QueryWords.time("from", from),
                QueryWords.time("to", to));
        QueryWords.period("from", filter.from(), "to", filter.to());
        return swaps.page(actor.scope(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(BatterySwapView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("battery-swap.read")
    @Operation(operationId = "getBatterySwap", summary = "Shows a swap of batteries")
    @APIResponse(responseCode = "200", description = "The swap")
    @APIResponse(responseCode = "404", description = "There is none")
    public BatterySwapView get(@PathParam("id") String id) {
        return BatterySwapView.of(swaps.get(actor.scope(), PathNumber.of("battery swap", id)));
    }
}
