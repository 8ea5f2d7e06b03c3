package org.ohmstead.batteryswap;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.VerbView;

/** REST: asks a station for a swap. */
@Path("/api/v1/stations/{station}/battery-swaps")
@Tag(name = "Battery swaps")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationBatterySwapResource {
    private final BatterySwaps swaps;
    private final CurrentActor actor;

    @Inject
    public StationBatterySwapResource(BatterySwaps swaps, CurrentActor actor) {
        this.swaps = swaps;
        this.actor = actor;
    }

    /** For whom. */
    @Schema(name = "BatterySwapRequest")
    public record Body(
            @Schema(
                    description = "A token that is accepted at the station",
                    required = true,
                    examples = "04A2B3C4D5E680")
            @Nullable
            String token,

            @Schema(description = "Its type as OCPP has it; default: as it is registered", examples = "Central")
            @Nullable
            String tokenType) {}

    @POST
    @LongestAnswer(6)
    @Permission("battery-swap.write")
    @Operation(
            operationId = "requestBatterySwap",
            summary = "Asks a station to swap a battery for a driver (RequestBatterySwap)",
            description = "What is put in and taken out then joins the swap, see GET /api/v1/battery-swaps/{id} and the"
                    + " events battery-swap.changed (OCPP 2.1 S02).")
    @APIResponse(
            responseCode = "200",
            description = "What became of it, whatever it is",
            content = @Content(schema = @Schema(implementation = BatterySwapView.Requested.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not ended; Location shows the command",
            content = @Content(schema = @Schema(implementation = BatterySwapView.Requested.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(
            responseCode = "409",
            description = "The token is not accepted there, or the station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response request(
            @PathParam("station") String identity, @BeanParam SendOptions options, @Nullable Body body) {
        String token = body == null || body.token() == null ? "" : body.token().strip();
        String type = body == null ? null : body.tokenType();
        if (token.isEmpty()) {
            throw Refused.invalid("token", "token is missing; name the driver's token.");
        }
        VerbResult result = swaps.request(actor.get(), identity, token, type, options);
        BatterySwapView swap = swaps.of(
                        result.command().station(), result.command().id())
                .map(BatterySwapView::of)
                .orElse(null);
        return VerbView.answer(result, new BatterySwapView.Requested(VerbView.of(result), swap));
    }
}
