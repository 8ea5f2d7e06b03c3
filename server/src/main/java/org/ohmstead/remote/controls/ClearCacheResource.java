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
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;

/** Clears a station's authorization cache. */
@Path("/api/v1/stations/{station}/clear-cache")
@Tag(name = "Remote control")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ClearCacheResource {
    static final String ACTION = "ClearCache";

    private final Verbs verbs;
    private final CurrentActor actor;

    @Inject
    public ClearCacheResource(Verbs verbs, CurrentActor actor) {
        this.verbs = verbs;
        this.actor = actor;
    }

    @POST
    @LongestAnswer(6)
    @Permission("station.command")
    @Operation(
            operationId = "clearAuthorizationCache",
            summary = "Tells a station to forget the tokens that it remembers by itself, and waits for its answer",
            description = "Its local authorization list stays. The event station.cache-cleared tells of it.")
    @APIResponse(
            responseCode = "200",
            description = "What became of it, whatever it is",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for its station, or the station has not answered yet",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(
            responseCode = "409",
            description = "The station's registration does not let it pass, or the Idempotency-Key stands for another"
                    + " command")
    @APIResponse(responseCode = "429", description = "Too many commands wait for the station")
    public Response clear(@PathParam("station") String station, @BeanParam SendOptions options) {
        return VerbView.answer(verbs.tell(actor.get(), station, Verb.of(ACTION, Words.newPayload()), options));
    }
}
