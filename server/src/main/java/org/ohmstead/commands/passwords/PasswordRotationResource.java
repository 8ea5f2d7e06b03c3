package org.ohmstead.commands.passwords;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.Wait;
import org.ohmstead.stations.credentials.PasswordChanges;

/** Changes a station's password on both sides. */
@Path("/api/v1/stations/{station}/password/rotate")
@Tag(name = "Commands", description = "Any action that a CSMS may send to a station, and its answer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PasswordRotationResource {
    private final PasswordRotation rotation;
    private final CurrentActor actor;

    @Inject
    public PasswordRotationResource(PasswordRotation rotation, CurrentActor actor) {
        this.rotation = rotation;
        this.actor = actor;
    }

    /** What is wanted. */
    @Schema(name = "PasswordRotation")
    public record Body(
            @Schema(
                    description =
                            "OCPP 1.6: 32 to 40 hex digits. 2.0.1: 16 to 40, 2.1: 16 to 64 letters, digits and any of"
                                    + " * - _ = : + | @ . Default: one at random")
            @Nullable
            String password,

            @Schema(description = "How long to wait for the answer: 1ms to 5m. Default 30s", examples = "30s")
            @JsonProperty("wait") // a record may not have a component of this name
            @Nullable
            String patience) {
        @Override
        public String toString() {
            return "(hidden)";
        }
    }

    /** What became of it. */
    @Schema(name = "PasswordRotationResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String station,

            @Schema(
                    implementation = CommandResult.How.class,
                    description =
                            "As of any command: answered, refused, timedOut, connectionLost, notConnected, notSupported")
            String outcome,

            @Schema(description = "Whether the command left for the station")
            boolean sent,

            @Schema(
                    implementation = PasswordChanges.InForce.class,
                    description =
                            "With which password the station may sign in. both: until it has signed in with one of them")
            String passwordInForce,

            @Schema(
                    description =
                            "The new password, if it was made at random and may count. Shown this once: only a hash of it"
                                    + " is kept")
            @Nullable
            String password,

            @Schema(description = "The station's answer") @Nullable
            JsonNode response,

            @Schema(description = "Code of the station's CALLERROR, as it came") @Nullable
            String errorCode,

            @Schema(description = "The station's error text, or why there is no answer") @Nullable
            String errorText) {}

    @POST
    @LongestAnswer(6)
    @Permission("station.password")
    @Operation(
            operationId = "rotateStationPassword",
            summary = "Gives a connected station a new password, and takes it here in the same step",
            description =
                    "Sends ChangeConfiguration (AuthorizationKey) or SetVariables (SecurityCtrlr.BasicAuthPassword). Until the"
                            + " answer is known both passwords count, then the one that the station has. The same commands"
                            + " sent through the door for commands are treated alike.")
    @APIResponse(responseCode = "200", description = "The outcome, whatever it is")
    @APIResponse(responseCode = "400", description = "The station's OCPP version does not allow this password")
    @APIResponse(responseCode = "404", description = "No such station")
    @APIResponse(
            responseCode = "409",
            description =
                    "The station's registration does not let it pass, or earlier passwords are unsettled, or the station"
                            + " has never been connected")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public View rotate(@PathParam("station") String station, @Nullable Body body) {
        PasswordRotation.Rotated done = rotation.rotate(
                actor.get(),
                station,
                body == null ? null : body.password(),
                Wait.of(body == null ? null : body.patience()));
        CommandResult result = done.result();
        return new View(
                result.station(),
                result.how().word(),
                result.sent(),
                done.inForce().word(),
                done.shown(),
                result.response(),
                result.errorCode(),
                result.text());
    }
}
