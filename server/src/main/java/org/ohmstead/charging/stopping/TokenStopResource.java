package org.ohmstead.charging.stopping;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Refused;
import org.ohmstead.tokens.blocking.TokenSessions;

/** Stops over OCPP whatever runs with a token. */
@Path("/api/v1/tokens/{id}/stop-sessions")
@Tag(name = "Tokens")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TokenStopResource {
    private final TokenSessions sessions;
    private final SessionStopping stopping;
    private final CurrentActor actor;

    @Inject
    public TokenStopResource(TokenSessions sessions, SessionStopping stopping, CurrentActor actor) {
        this.sessions = sessions;
        this.stopping = stopping;
        this.actor = actor;
    }

    /** What became of it. */
    @Schema(name = "TokenStop")
    public record View(
            @Schema(description = "Of each session that ran; empty: none did")
            List<SessionStopView> sessions) {}

    @POST
    @LongestAnswer(6)
    @Permission("session.stop")
    @Operation(
            operationId = "stopTokenSessions",
            summary = "Tells the stations to stop all open sessions that run with a token, and waits for their answers",
            description =
                    "Whichever of its values was read; those of other tokens of its group go on. Stations are told at the same"
                            + " time, and one of several sessions in their order. Each session is ended by the stop that its"
                            + " station sends then; a station that is not connected is not told later.")
    @APIResponse(responseCode = "200", description = "What became of each, whatever it is")
    @APIResponse(responseCode = "404", description = "There is no such token")
    public View stop(@PathParam("id") String id) {
        return new View(
                stopping.stop(actor.get(), sessions.of(actor.scope(), number(id)), SessionStopResource.ASKED).stream()
                        .map(SessionStopView::of)
                        .toList());
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Refused.notFound("There is no token '" + id + "'; an id is a whole number.");
        }
    }
}
