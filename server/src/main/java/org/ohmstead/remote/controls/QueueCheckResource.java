package org.ohmstead.remote.controls;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.VerbView;

/** Asks a station whether it has messages of sessions to deliver. */
@Path("/api/v1/stations/{station}/check-queue")
@Tag(name = "Remote control")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class QueueCheckResource {
    private final SessionChecks checks;
    private final CurrentActor actor;

    @Inject
    public QueueCheckResource(SessionChecks checks, CurrentActor actor) {
        this.checks = checks;
        this.actor = actor;
    }

    @POST
    @LongestAnswer(6)
    @Permission("station.command")
    @Operation(
            operationId = "checkMessageQueue",
            summary = "Asks a station whether it has still messages of sessions to deliver, and waits for the answer",
            description = "Sends GetTransactionStatus without a session; OCPP 1.6 has no words for it.")
    @APIResponse(
            responseCode = "200",
            description = "What the station says, or why it has not",
            content = @Content(schema = @Schema(implementation = SessionCheckView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for its station, or the station has not answered yet",
            content = @Content(schema = @Schema(implementation = SessionCheckView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(
            responseCode = "409",
            description = "The station's registration does not let it pass, or the Idempotency-Key stands for another"
                    + " command")
    @APIResponse(responseCode = "429", description = "Too many commands wait for the station")
    public Response check(@PathParam("station") String station, @BeanParam SendOptions options) {
        VerbResult result = checks.check(actor.get(), station, options);
        return VerbView.answer(result, SessionCheckView.of(null, result));
    }
}
