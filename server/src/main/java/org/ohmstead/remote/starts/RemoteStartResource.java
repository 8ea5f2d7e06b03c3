package org.ohmstead.remote.starts;

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
import org.ohmstead.commands.verbs.VerbView;

/** Has a station begin a session. */
@Path("/api/v1/stations/{station}/remote-starts")
@Tag(name = "Remote control")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RemoteStartResource {
    private final RemoteStarts starts;
    private final CurrentActor actor;

    @Inject
    public RemoteStartResource(RemoteStarts starts, CurrentActor actor) {
        this.starts = starts;
        this.actor = actor;
    }

    @POST
    @LongestAnswer(6)
    @Permission("session.start")
    @Operation(
            operationId = "startRemotely",
            summary = "Tells a station to begin a session, and waits for its answer",
            description = "Sends RemoteStartTransaction (1.6) or RequestStartTransaction (2.x). What comes of it is one"
                    + " object: it goes on when the vehicle is plugged in and the session begins, or ends when"
                    + " nothing follows in time. Remote starts that were sent as plain commands are kept alike.")
    @APIResponse(
            responseCode = "200",
            description = "The remote start; its state says what the station answered",
            content = @Content(schema = @Schema(implementation = RemoteStartView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The remote start; it waits for its station, or the station has not answered yet",
            content = @Content(schema = @Schema(implementation = RemoteStartView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(
            responseCode = "409",
            description =
                    "The token is registered and would be refused there; or the station has not been accepted yet; or"
                            + " the Idempotency-Key stands for another command")
    @APIResponse(responseCode = "429", description = "Too many commands wait for the station")
    public Response start(
            @PathParam("station") String station, @BeanParam SendOptions options, @Nullable RemoteStartBody body) {
        if (body == null) {
            throw Refused.invalid("token", "token is missing. Send a body with the token that is to be charged with.");
        }
        RemoteStarts.Begun begun = starts.start(
                actor.get(),
                station,
                new RemoteStarts.Request(
                        body.token(), body.tokenType(), body.groupToken(), body.evse(), body.chargingProfile()),
                options);
        return VerbView.answer(begun.result(), RemoteStartView.of(begun.start()));
    }
}
