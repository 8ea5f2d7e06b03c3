package org.ohmstead.payments;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.PaymentState;

/** REST: payments. */
@Path("/api/v1/payments")
@Tag(name = "Payments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PaymentResource {
    private static final String NONE = "There is no such payment";
    private static final String THING = "payment";
    private static final String WRONG = "A field is not allowed; the problem names it";
    private static final int LONGEST_KEY = 64;

    private final Payments payments;
    private final PaymentLists lists;
    private final CurrentActor actor;

    @Inject
    public PaymentResource(Payments payments, PaymentLists lists, CurrentActor actor) {
        this.payments = payments;
        this.lists = lists;
        this.actor = actor;
    }

    @GET
    @Permission("payment.read")
    @Operation(operationId = "listPayments", summary = "Lists payments, the newest first")
    @APIResponse(responseCode = "200", description = "A page of payments, without their history")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<PaymentView> list(
            @Parameter(description = "Such as authorized") @QueryParam("state") @Nullable String state,
            @Parameter(description = "Such as stripe") @QueryParam("gateway") @Nullable String gateway,
            @Parameter(description = "What it is for, such as session:17") @QueryParam("subject") @Nullable
                    String subject,
            @Parameter(description = "test or live") @QueryParam("mode") @Nullable String mode,
            @Parameter(description = "Made then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Made before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PaymentFilter filter = new PaymentFilter(
                QueryWords.word("state", PaymentState.class, state),
                QueryWords.text(gateway),
                QueryWords.text(subject),
                QueryWords.text(mode) == null ? null : PaymentBody.live("mode", mode, false),
                QueryWords.time("from", from),
                QueryWords.time("to", to));
        QueryWords.period("from", filter.from(), "to", filter.to());
        return lists.page(whole(), filter, Limit.of(limit), Cursor.of(cursor)).map(PaymentView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("payment.read")
    @Operation(operationId = "getPayment", summary = "Shows a payment with all that happened to it")
    @APIResponse(responseCode = "200", description = "The payment with its history")
    @APIResponse(responseCode = "404", description = NONE)
    public PaymentView get(@PathParam("id") String id) {
        return view(payments.get(whole(), PathNumber.of(THING, id)));
    }

    @POST
    @Permission("payment.write")
    @Operation(
            operationId = "createPayment",
            summary = "Has money held, or asks the driver for it",
            description = "Authorized once the money is held. Authorizing as long as the driver has to do something"
                    + " (actionUrl, clientToken) or the provider has not answered, which is looked after.")
    @APIResponse(
            responseCode = "201",
            description = "How it stands, also where it is declined; Location shows it",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(
            responseCode = "409",
            description = "No such account is enabled, or the key belongs to another payment")
    public Response create(@Nullable PaymentBody body) {
        if (body == null) {
            throw Refused.invalid("gateway", "The body is empty; send gateway, amount and currency.");
        }
        Payment made = payments.authorize(actor.get(), body.wanted());
        return Response.created(URI.create("/api/v1/payments/" + made.id()))
                .entity(PaymentView.withToken(made, lists.history(actor.scope(), made)))
                .build();
    }

    @POST
    @Path("/{id}/capture")
    @Permission("payment.write")
    @Operation(
            operationId = "capturePayment",
            summary = "Takes what something has cost, as far as the hold covers it",
            description =
                    "The rest is told as a debt; at a cost of 0 the hold is given back. The same cost again changes"
                            + " nothing.")
    @APIResponse(responseCode = "200", description = "The payment as it stands now")
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "Nothing is held, it is busy, or another cost was told before")
    public PaymentView capture(@PathParam("id") String id, @Nullable CaptureBody body) {
        Payment payment = payments.get(whole(), PathNumber.of(THING, id));
        Money cost = Money.of("cost", body == null ? null : body.cost(), currency(payment));
        return view(payments.capture(actor.get(), payment.id(), cost));
    }

    @POST
    @Path("/{id}/refund")
    @Permission("payment.refund")
    @Operation(
            operationId = "refundPayment",
            summary = "Gives back what was taken, or a part of it",
            description = "Payme and Click give back the whole alone.")
    @APIResponse(
            responseCode = "200",
            description = "The payment as it stands now; its history says whether the provider has done it")
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "Nothing was taken, or it is busy")
    public PaymentView refund(@PathParam("id") String id, @Nullable RefundBody body) {
        Payment payment = payments.get(whole(), PathNumber.of(THING, id));
        Money amount =
                body == null || body.amount() == null ? null : Money.of("amount", body.amount(), currency(payment));
        String key = body == null ? null : PaymentBody.text("key", body.key(), LONGEST_KEY);
        if (key != null && !key.matches("[\\w.:-]+")) {
            throw Refused.invalid("key", "key is '" + key + "'; allowed are letters, digits and . : _ - alone.");
        }
        return view(payments.refund(actor.get(), payment.id(), amount, key));
    }

    @POST
    @Path("/{id}/cancel")
    @Permission("payment.write")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "cancelPayment", summary = "Gives up a payment, and frees what is held")
    @APIResponse(responseCode = "200", description = "The payment as it stands now")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "It is paid, or it is busy")
    public PaymentView cancel(@PathParam("id") String id) {
        whole();
        return view(payments.cancel(actor.get(), PathNumber.of(THING, id)));
    }

    private PaymentView view(Payment payment) {
        return PaymentView.of(payment, lists.history(actor.scope(), payment));
    }

    private static Currency currency(Payment payment) {
        return payment.terms().amount().currency();
    }

    /** Money is not told apart by stations. */
    private Scope whole() {
        actor.wholeTenant("The list of payments");
        return actor.scope();
    }
}
