package org.ohmstead.payments.trial;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.Refused;
import org.ohmstead.payments.Payments;
import org.ohmstead.payments.state.Payment;

/** REST: what the driver would do at the provider, of payments for tests. */
@Path("/api/v1/payments/{id}/test-action")
@Tag(name = "Payments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TrialActionResource {
    private final TrialGateway gateway;
    private final Payments payments;
    private final CurrentActor actor;

    @Inject
    public TrialActionResource(TrialGateway gateway, Payments payments, CurrentActor actor) {
        this.gateway = gateway;
        this.payments = payments;
        this.actor = actor;
    }

    /** What the driver does. */
    @Schema(name = "PaymentTestAction")
    public record Body(
            @Schema(description = "false: the driver declines", required = true) @Nullable
            Boolean approve) {}

    @POST
    @Permission("payment.write")
    @Operation(
            operationId = "actOnTestPayment",
            summary = "Does for a payment of the gateway test what its driver would do",
            description = "For one whose amount ends with 03 in the smallest unit, which waits for that.")
    @APIResponse(responseCode = "204", description = "It is done; the payment shows it")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such payment")
    @APIResponse(responseCode = "409", description = "It is none of the gateway test, or waits for nothing")
    public Response act(@PathParam("id") String id, @Nullable Body body) {
        actor.wholeTenant("The list of payments");
        Payment payment = payments.get(actor.scope(), PathNumber.of("payment", id));
        Boolean approve = body == null ? null : body.approve();
        if (approve == null) {
            throw Refused.invalid("approve", "approve is missing; allowed are true and false.");
        }
        if (!payment.terms().gateway().equals(TrialGateway.NAME) || !gateway.act(payment, approve)) {
            throw Refused.conflict(
                    null,
                    "Payment " + payment.id() + " waits for no action: it is "
                            + payment.state().word() + " by " + payment.terms().gateway()
                            + ". One of the gateway test does whose amount ends with 03.");
        }
        payments.refresh(payment, actor.get().word());
        return Response.noContent().build();
    }
}
