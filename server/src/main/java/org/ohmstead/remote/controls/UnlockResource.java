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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;

/** Unlocks a connector. */
@Path("/api/v1/stations/{station}/evses/{evse}/unlock")
@Tag(name = "Remote control")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UnlockResource {
    private final Unlocking unlocking;
    private final CurrentActor actor;

    @Inject
    public UnlockResource(Unlocking unlocking, CurrentActor actor) {
        this.unlocking = unlocking;
        this.actor = actor;
    }

    @POST
    @LongestAnswer(6)
    @Permission("station.command")
    @Operation(
            operationId = "unlockConnector",
            summary = "Tells a station to unlock a connector, and waits for its answer",
            description = "The status is Unlocked or UnlockFailed; NotSupported (1.6); OngoingAuthorizedTransaction or"
                    + " UnknownConnector (2.x, which unlocks nothing while somebody charges there). A station of"
                    + " OCPP 1.6 stops the session that runs there. The events connector.unlocked and"
                    + " connector.unlock-failed tell of it.")
    @APIResponse(
            responseCode = "200",
            description = "What became of it, whatever it is",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for its station, or the station has not answered yet",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A number is not allowed, or the connector is not said")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(
            responseCode = "409",
            description = "The station's registration does not let it pass, or the Idempotency-Key stands for another"
                    + " command")
    @APIResponse(responseCode = "429", description = "Too many commands wait for the station")
    public Response unlock(
            @PathParam("station") String station,
            @Parameter(description = "As in the list of connectors; connector n of OCPP 1.6 is connector 1 of EVSE n")
                    @PathParam("evse")
                    String evse,
            @BeanParam SendOptions options,
            @Nullable UnlockBody body) {
        Integer number = QueryWords.evse(evse);
        if (number == null || number == 0) {
            throw Refused.invalid("evse", "evse is '" + evse + "'; allowed is a whole number from 1.");
        }
        return VerbView.answer(
                unlocking.unlock(actor.get(), station, number, body == null ? null : body.connector(), options));
    }
}
