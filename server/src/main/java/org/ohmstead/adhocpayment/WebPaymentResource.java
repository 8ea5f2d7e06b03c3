package org.ohmstead.adhocpayment;

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
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;

/** REST: a driver has begun to pay on the web. */
@Path("/api/v1/stations/{station}/evses/{evse}/web-payment")
@Tag(name = "Ad hoc payment")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WebPaymentResource {
    private final Verbs verbs;
    private final CurrentActor actor;

    @Inject
    public WebPaymentResource(Verbs verbs, CurrentActor actor) {
        this.verbs = verbs;
        this.actor = actor;
    }

    /** A payment that has begun. */
    @Schema(name = "WebPayment")
    public record Body(
            @Schema(
                    description = "How long the station keeps the EVSE for this driver, in s",
                    required = true,
                    minimum = "1")
            @Nullable
            Integer timeout) {}

    @POST
    @LongestAnswer(6)
    @Permission("web-payment.write")
    @Operation(
            operationId = "notifyWebPaymentStarted",
            summary = "Tells a station that somebody pays on the web to charge at an EVSE (NotifyWebPaymentStarted)",
            description =
                    "The station keeps the EVSE for them until a start comes, or the time is over (OCPP 2.1 C25).")
    @APIResponse(
            responseCode = "200",
            description = "What became of it, whatever it is",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not ended; Location shows the command",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response started(
            @PathParam("station") String identity,
            @Parameter(description = "Number of the EVSE, from 1") @PathParam("evse") String evse,
            @BeanParam SendOptions options,
            @Nullable Body body) {
        Integer place = QueryWords.evse(evse);
        if (place == null || place == 0) {
            throw Refused.invalid("evse", "evse is " + evse + "; allowed is a whole number from 1.");
        }
        Integer timeout = body == null ? null : body.timeout();
        if (timeout == null || timeout < 1) {
            throw Refused.invalid("timeout", "timeout is " + timeout + "; allowed are whole seconds from 1.");
        }
        Verb verb = Verb.of(
                "NotifyWebPaymentStarted",
                Words.newPayload().put("evseId", place).put("timeout", timeout));
        return VerbView.answer(verbs.tell(actor.get(), identity, verb, options));
    }
}
