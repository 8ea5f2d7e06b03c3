package org.ohmstead.commands.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LargestBody;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandOrders;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.commands.verbs.SendOptions;

/** The door for commands. */
@Path("/api/v1/stations/{station}/commands")
@Tag(name = "Commands")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CommandResource {
    private final CommandOrders orders;
    private final CurrentActor actor;

    @Inject
    public CommandResource(CommandOrders orders, CurrentActor actor) {
        this.orders = orders;
        this.actor = actor;
    }

    /** A command as REST takes it. */
    @Schema(name = "CommandBody")
    public record Body(
            @Schema(
                    description = "Name of the action in the station's OCPP version",
                    examples = "Reset",
                    required = true)
            @Nullable
            String action,

            @Schema(
                    description =
                            "Payload of the request; its schema is at /api/v1/catalogue/{version}/{action}. Default {}")
            @Nullable
            JsonNode payload,

            @Schema(
                    description =
                            "How long the answer of this request waits for the command's end, from 1ms to 5m; the command"
                                    + " itself goes on. Default: 30s",
                    examples = "30s")
            @JsonProperty("wait") // a record may not have a component of this name
            @Nullable
            String waiting,

            @Schema(
                    description =
                            "How long the station may take to answer, from 1ms to 5m. Default: as long as wait, and 30s at"
                                    + " least",
                    examples = "30s")
            @JsonProperty("timeout")
            @Nullable
            String patience,

            @Schema(
                    description =
                            "How long it may wait for a station that is not connected, from 1s to 30d; then it is sent when"
                                    + " the station is there, behind those that wait already. Absent: it does not wait",
                    examples = "1h")
            @Nullable
            String ttl) {}

    /** A local list of 20,000 tokens has some 3 MB. */
    private static final int LARGEST_COMMAND = 8 << 20;

    @POST
    @LongestAnswer(6)
    @Permission("station.command")
    @LargestBody(LARGEST_COMMAND)
    @Operation(
            operationId = "sendCommand",
            summary = "Sends a command to a station and waits for its answer",
            description =
                    "The payload is checked against the schema of the station's OCPP version before anything leaves."
                            + " Commands wait for each other: one is on the wire at a time. Nothing is repeated by itself. What"
                            + " comes of it is kept: GET /api/v1/commands.")
    @APIResponse(
            responseCode = "200",
            description = "The outcome, whatever it is",
            content = @Content(schema = @Schema(implementation = CommandView.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "It has not ended: it waits for its station, or the station for longer than the request. Location"
                            + " shows it",
            content = @Content(schema = @Schema(implementation = CommandView.class)))
    @APIResponse(
            responseCode = "400",
            description = "No such action, or a field of the payload is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "No such station")
    @APIResponse(
            responseCode = "409",
            description =
                    "The station's registration does not let this action pass yet, or it is more than the station takes by"
                            + " what it has told of its limits; the problem names both numbers. Or the Idempotency-Key stands"
                            + " for another command")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response send(
            @PathParam("station") String station,
            @Parameter(
                            description =
                                    "Up to 100 characters, chosen by you: with the same one, the same command is sent once"
                                            + " within a day, and its outcome shown again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Nullable Body body) {
        if (body == null || body.action() == null) {
            throw Refused.invalid("action", "action is missing. Name one of GET /api/v1/catalogue/{version}.");
        }
        SendOptions options = new SendOptions(body.waiting(), body.patience(), body.ttl(), key);
        StoredCommand kept = orders.submit(actor.get(), options.order(station, body.action(), body.payload()));
        return Response.status(kept.hasEnded() ? Response.Status.OK : Response.Status.ACCEPTED)
                .location(URI.create("/api/v1/commands/" + kept.id()))
                .entity(CommandView.of(kept))
                .build();
    }
}
