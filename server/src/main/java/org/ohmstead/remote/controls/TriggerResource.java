package org.ohmstead.remote.controls;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.VerbView;

/** Has a station send a message. */
@Path("/api/v1/stations/{station}/trigger")
@Tag(name = "Remote control")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TriggerResource {
    private final Triggering triggering;
    private final CurrentActor actor;

    @Inject
    public TriggerResource(Triggering triggering, CurrentActor actor) {
        this.triggering = triggering;
        this.actor = actor;
    }

    @POST
    @LongestAnswer(6)
    @Permission("station.command")
    @Operation(
            operationId = "triggerMessage",
            summary = "Tells a station to send a message, and waits for its answer",
            description = "Sends TriggerMessage, or ExtendedTriggerMessage for what only that knows (1.6). The message"
                    + " itself comes afterwards. A station that is pending may send what it is told to.")
    @APIResponse(
            responseCode = "200",
            description = "What became of it, whatever it is",
            content = @Content(schema = @Schema(implementation = TriggerView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for its station, or the station has not answered yet",
            content = @Content(schema = @Schema(implementation = TriggerView.class)))
    @APIResponse(
            responseCode = "400",
            description = "A field is not allowed, or the station's version has no such message; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(
            responseCode = "409",
            description = "The station's registration does not let it pass, or the Idempotency-Key stands for another"
                    + " command")
    @APIResponse(responseCode = "429", description = "Too many commands wait for the station")
    public Response trigger(
            @PathParam("station") String station, @BeanParam SendOptions options, @Nullable TriggerBody body) {
        List<VerbResult> results = triggering.trigger(
                actor.get(), station, body == null ? new TriggerBody(null, null, null, null) : body, options);
        return VerbView.answer(results.getLast(), TriggerView.of(results));
    }
}
