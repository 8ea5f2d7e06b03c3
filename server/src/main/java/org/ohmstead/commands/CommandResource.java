package org.ohmstead.commands;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LargestBody;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Refused;
import org.ohmstead.ocpp.OcppVersion;

/** The door for commands. */
@Path("/api/v1/stations/{station}/commands")
@Tag(name = "Commands")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CommandResource {
    private final Commands commands;
    private final CurrentActor actor;

    @Inject
    public CommandResource(Commands commands, CurrentActor actor) {
        this.commands = commands;
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

            @Schema(description = "How long to wait for the answer, from 1ms to 5m. Default: 30s", examples = "30s")
            @JsonProperty("wait") // a record may not have a component of this name
            @Nullable
            String patience) {}

    /** What became of it, as REST shows it. */
    @Schema(name = "CommandResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String station,
            String action,

            @Schema(implementation = OcppVersion.class) @Nullable
            String version,

            @Schema(
                    implementation = CommandResult.How.class,
                    description =
                            "answered: the station said something that is no refusal, even if it breaks the schema;"
                                    + " refused: it answered with a CALLERROR; timedOut: sent, no answer in time;"
                                    + " connectionLost: sent, the connection ended before an answer;"
                                    + " notConnected: never sent; notSupported: its version has no such action, or it"
                                    + " says so with an errorCode")
            String outcome,

            @Schema(
                    description =
                            "Whether the command left for the station. true without an answer: whether it obeyed is not known")
            boolean sent,

            @Schema(
                    description =
                            "The station's answer as it was understood, or as it came where it breaks the schema; only"
                                    + " with answered")
            @Nullable
            JsonNode response,

            @Schema(description = "The answer's payload exactly as it came; only where there are deviations") @Nullable
            String raw,

            @Schema(description = "Code of the station's CALLERROR, as it came") @Nullable
            String errorCode,

            @Schema(description = "The station's error text, or why there is no answer") @Nullable
            String errorText,

            @Nullable JsonNode errorDetails,

            @Schema(description = "Where the answer differs from the schema")
            List<String> deviations,

            @Schema(
                    description =
                            "For people: such as that a local list went in several messages, and which version the station has")
            @Nullable
            String note,

            Instant acceptedAt,
            Instant endedAt,

            @Schema(description = "From the command's leaving to the answer's coming, in ms") @Nullable
            Long tookMillis) {

        static View of(CommandResult result) {
            return new View(
                    result.station(),
                    result.action(),
                    result.version() == null ? null : result.version().number(),
                    result.how().word(),
                    result.sent(),
                    result.response(),
                    result.raw(),
                    result.errorCode(),
                    result.text(),
                    result.details(),
                    result.deviations(),
                    result.note(),
                    result.acceptedAt(),
                    result.endedAt(),
                    result.tookMillis());
        }
    }

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
                            + " Commands wait for each other: one is on the wire at a time. Nothing is repeated by itself.")
    @APIResponse(responseCode = "200", description = "The outcome, whatever it is")
    @APIResponse(
            responseCode = "400",
            description = "No such action, or a field of the payload is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "No such station")
    @APIResponse(
            responseCode = "409",
            description =
                    "The station's registration does not let this action pass yet, or it is more than the station takes by"
                            + " what it has told of its limits; the problem names both numbers")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public View send(@PathParam("station") String station, @Nullable Body body) {
        if (body == null || body.action() == null) {
            throw Refused.invalid("action", "action is missing. Name one of GET /api/v1/catalogue/{version}.");
        }
        var command = new Command(station, body.action(), body.payload(), Wait.of(body.patience()));
        return View.of(commands.send(actor.get(), command));
    }
}
