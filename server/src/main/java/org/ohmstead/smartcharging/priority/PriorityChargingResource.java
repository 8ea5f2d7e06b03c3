package org.ohmstead.smartcharging.priority;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** REST: priority charging. */
@Path("/api/v1/stations/{station}/priority-charging")
@Tag(name = "Smart charging")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PriorityChargingResource {
    private final PriorityCharging priority;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public PriorityChargingResource(PriorityCharging priority, Stations stations, CurrentActor actor) {
        this.priority = priority;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("charging-profile.read")
    @Operation(
            operationId = "listPriorityCharging",
            summary = "Lists the transactions for which priority charging was switched on or off")
    @APIResponse(responseCode = "200", description = "A page of them, in the order of their ids")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<Priority> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return priority.page(
                StationPaths.find(stations, actor.scope(), identity).ref(), Limit.of(limit), Cursor.of(cursor));
    }

    @PUT
    @Path("/{transaction}")
    @LongestAnswer(6)
    @Permission("charging-profile.write")
    @Operation(
            operationId = "setPriorityCharging",
            summary = "Switches priority charging of a transaction on or off (UsePriorityCharging)",
            description =
                    "NoProfile as its answer means that the station has no profile with the purpose PriorityCharging."
                            + " Stations before OCPP 2.1 have no such command.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for its station, or the station for longer than the request",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response set(
            @PathParam("station") String identity,
            @Parameter(description = "The station's id of the transaction; transactionId of the session")
                    @PathParam("transaction")
                    String transaction,
            @BeanParam SendOptions options,
            @Nullable PriorityBody body) {
        if (body == null || body.active() == null) {
            throw Refused.invalid("active", "active is missing; allowed are true and false.");
        }
        return VerbView.answer(priority.use(actor.get(), identity, transaction, body.active(), options));
    }
}
