package org.ohmstead.v2x;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.ohmstead.api.Refused;
import org.ohmstead.charging.lists.SessionLists;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;

/** REST: which ways energy may flow in a session. */
@Path("/api/v1/sessions/{id}/allowed-energy-transfer")
@Tag(name = "V2X", description = "Charging in both directions (OCPP 2.1)")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AllowedTransferResource {
    private final SessionLists sessions;
    private final Verbs verbs;
    private final CurrentActor actor;

    @Inject
    public AllowedTransferResource(SessionLists sessions, Verbs verbs, CurrentActor actor) {
        this.sessions = sessions;
        this.verbs = verbs;
        this.actor = actor;
    }

    /** What is allowed. */
    @Schema(name = "AllowedEnergyTransfer")
    public record Body(
            @Schema(
                    description =
                            "One or more of DC, AC_single_phase, AC_two_phase, AC_three_phase, AC_BPT, AC_BPT_DER,"
                                    + " AC_DER, DC_BPT, DC_ACDP, DC_ACDP_BPT and WPT; BPT: in both directions",
                    required = true,
                    examples = "[\"DC_BPT\"]")
            @Nullable
            List<String> allowedEnergyTransfer) {}

    @POST
    @LongestAnswer(6)
    @Permission("v2x.write")
    @Operation(
            operationId = "notifyAllowedEnergyTransfer",
            summary = "Tells the station which ways energy may flow in an open session (NotifyAllowedEnergyTransfer)",
            description = "For what was not known yet when its token was authorised (OCPP 2.1 Q02).")
    @APIResponse(
            responseCode = "200",
            description = "What became of it, whatever it is",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not ended; Location shows the command",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such session")
    @APIResponse(responseCode = "409", description = "It has ended, or the station's registration does not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response allow(@PathParam("id") String id, @BeanParam SendOptions options, @Nullable Body body) {
        ChargingSession session = sessions.openSession(actor.scope(), id);
        if (body == null || body.allowedEnergyTransfer() == null) {
            throw Refused.invalid(
                    "allowedEnergyTransfer", "allowedEnergyTransfer is missing; name the ways that energy may flow.");
        }
        ObjectNode payload =
                Words.newPayload().put("transactionId", session.origin().transaction(session.id()));
        ArrayNode modes = payload.putArray("allowedEnergyTransfer");
        body.allowedEnergyTransfer().forEach(modes::add);
        Verb verb = Verb.of("NotifyAllowedEnergyTransfer", payload);
        String station = session.origin().station().identity();
        return VerbView.answer(verbs.tell(actor.get(), station, verb, options));
    }
}
