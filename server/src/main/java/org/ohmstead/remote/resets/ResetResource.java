package org.ohmstead.remote.resets;

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
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;

/** Has a station start anew. */
@Path("/api/v1/stations/{station}/reset")
@Tag(name = "Remote control")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ResetResource {
    private final Resets resets;
    private final CurrentActor actor;

    @Inject
    public ResetResource(Resets resets, CurrentActor actor) {
        this.resets = resets;
        this.actor = actor;
    }

    @POST
    @LongestAnswer(6)
    @Permission("station.command")
    @Operation(
            operationId = "resetStation",
            summary = "Tells a station, or one of its EVSEs, to start anew, and waits for its answer",
            description = "What comes of it is one object: the boot that follows is joined to it, or it ends when none"
                    + " follows in time. Resets that were sent as plain commands are kept alike.")
    @APIResponse(
            responseCode = "200",
            description = "The reset; its state says what the station answered",
            content = @Content(schema = @Schema(implementation = StationResetView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The reset; it waits for its station, or the station has not answered yet",
            content = @Content(schema = @Schema(implementation = StationResetView.class)))
    @APIResponse(
            responseCode = "400",
            description = "A field is not allowed, or the station's version has no such reset; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(
            responseCode = "409",
            description = "The station's registration does not let it pass, or the Idempotency-Key stands for another"
                    + " command")
    @APIResponse(responseCode = "429", description = "Too many commands wait for the station")
    public Response reset(
            @PathParam("station") String station, @BeanParam SendOptions options, @Nullable ResetBody body) {
        Resets.Begun begun = resets.reset(
                actor.get(),
                station,
                ResetType.ofBody(body == null ? null : body.type()),
                body == null ? null : body.evse(),
                options);
        return VerbView.answer(begun.result(), StationResetView.of(begun.reset()));
    }
}
