package org.ohmstead.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.AccountKey;
import org.ohmstead.payments.gateways.Answer;
import org.ohmstead.payments.gateways.GatewayCall;
import org.ohmstead.payments.gateways.PaymentGateway;
import org.ohmstead.payments.gateways.ProviderHttp.NoReply;
import org.ohmstead.payments.gateways.ProviderHttp.Reply;
import org.ohmstead.payments.gateways.Sighting;
import org.ohmstead.payments.gateways.Sighting.Stage;
import org.ohmstead.payments.state.Payment;

/**
 * Stripe. Each POST has the operation's key as its {@code Idempotency-Key}, so that a repetition is answered as the first was. What
 * Stripe does not take is looked up once more, because it may have been done already.
 */
@Singleton
public class StripeGateway implements PaymentGateway {
    public static final String NAME = "stripe";

    private final StripeApi api;

    @Inject
    public StripeGateway(StripeApi api) {
        this.api = api;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<AccountKey> needs() {
        return Set.of(AccountKey.SECRET_KEY, AccountKey.WEBHOOK_SECRET);
    }

    /** A key says itself of which mode it is. */
    @Override
    public void check(Account account) {
        String key = account.key(AccountKey.SECRET_KEY);
        if (!key.startsWith("sk_" + account.mode() + "_") && !key.startsWith("rk_" + account.mode() + "_")) {
            throw Refused.invalid(
                    "secretKey",
                    "secretKey is none of mode " + account.mode() + "; allowed is one that begins with sk_"
                            + account.mode() + "_ or rk_" + account.mode() + "_.");
        }
        String shown = account.keyOrNull(AccountKey.PUBLIC_KEY);
        if (shown != null && !shown.startsWith("pk_" + account.mode() + "_")) {
            throw Refused.invalid(
                    "publicKey",
                    "publicKey is none of mode " + account.mode() + "; allowed is one that begins with pk_"
                            + account.mode() + "_.");
        }
    }

    @Override
    public void check(Payment.Terms terms) {
        StripeUnits.check(terms.amount().currency());
    }

    @Override
    public Answer authorize(GatewayCall call) {
        Payment payment = call.payment();
        Payment.Terms terms = payment.terms();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("amount", Long.toString(StripeUnits.of(terms.amount())));
        fields.put("currency", StripeUnits.word(terms.amount().currency()));
        fields.put("capture_method", "manual");
        fields.put("metadata[reference]", payment.reference());
        fields.put("expand[]", "latest_charge");
        put(fields, "description", terms.description());
        if (terms.method() == null) {
            fields.put("automatic_payment_methods[enabled]", "true");
        } else {
            fields.put("payment_method", terms.method());
            fields.put("confirm", "true");
            put(fields, "return_url", terms.returnUrl());
        }
        return answered(call, "/v1/payment_intents", fields);
    }

    @Override
    public Answer capture(GatewayCall call) {
        String name = call.payment().link().name();
        return name == null
                ? Answer.declined("no_hold", "Nothing is held there.")
                : answered(
                        call,
                        "/v1/payment_intents/" + name + "/capture",
                        Map.of(
                                "amount_to_capture",
                                Long.toString(StripeUnits.of(call.operation().amount()))));
    }

    @Override
    public Answer refund(GatewayCall call) {
        String name = call.payment().link().name();
        if (name == null) {
            return Answer.declined("not_paid", "Nothing was taken there.");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("payment_intent", name);
        fields.put("amount", Long.toString(StripeUnits.of(call.operation().amount())));
        fields.put("metadata[operation]", call.operation().key());
        return answered(call, "/v1/refunds", fields);
    }

    @Override
    public Answer cancel(GatewayCall call) {
        String name = call.payment().link().name();
        if (name == null) {
            Answer found = lookUp(call.account(), call.payment());
            if (!(found instanceof Answer.Seen(var sighting)) || sighting.stage() == Stage.MISSING) {
                return found;
            }
            name = sighting.link().name();
        }
        return answered(call, "/v1/payment_intents/" + name + "/cancel", Map.of());
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private Answer answered(GatewayCall call, String path, Map<String, String> fields) {
        try {
            Reply reply =
                    api.post(call.account(), path, fields, call.operation().key());
            if (reply.isUnclear()) {
                return new Answer.Unknown("Stripe answered with " + reply.status() + ": " + StripeApi.error(reply));
            }
            JsonNode body = reply.body();
            if (reply.isGood() && body.path("object").asText().equals("payment_intent")) {
                return sighting(call.account(), call.payment(), body);
            }
            Payment named = named(call.payment(), reply);
            return reply.isGood() ? lookUp(call.account(), named) : refusedOrDone(call, named, reply);
        } catch (NoReply lost) {
            return new Answer.Unknown(String.valueOf(lost.getMessage()));
        }
    }

    /** What is refused may be so because it was done before. */
    private Answer refusedOrDone(GatewayCall call, Payment named, Reply reply) {
        Answer.Declined declined = new Answer.Declined(StripeApi.failure(reply));
        Answer now =
                switch (call.operation().kind()) {
                    case AUTHORIZE -> declined;
                    case CAPTURE, CANCEL, REFUND -> lookUp(call.account(), named);
                };
        return now instanceof Answer.Seen(var sighting) && !isDone(call, sighting) ? declined : now;
    }

    private static boolean isDone(GatewayCall call, Sighting seen) {
        return switch (call.operation().kind()) {
            case AUTHORIZE -> false;
            case CAPTURE, CANCEL ->
                switch (seen.stage()) {
                    case PAID, CANCELLED, EXPIRED, FAILED -> true;
                    case MISSING, OPEN, HELD -> false;
                };
            case REFUND -> seen.refund(call.operation().key()).isPresent();
        };
    }

    private static Payment named(Payment payment, Reply reply) {
        String name =
                reply.body().path("error").path("payment_intent").path("id").asText("");
        return name.isEmpty() || payment.link().name() != null ? payment : payment.named(name);
    }

    @Override
    public Answer lookUp(Account account, Payment payment) {
        String name = payment.link().name();
        try {
            if (name == null) {
                return search(account, payment);
            }
            Reply reply = api.get(account, "/v1/payment_intents/" + name + "?expand[]=latest_charge");
            if (reply.status() == 404) {
                return Sighting.missing(payment).seen();
            }
            return reply.isGood()
                    ? sighting(account, payment, reply.body())
                    : new Answer.Unknown("Stripe answered with " + reply.status() + ": " + StripeApi.error(reply));
        } catch (NoReply lost) {
            return new Answer.Unknown(String.valueOf(lost.getMessage()));
        }
    }

    /** Of one whose answer was lost. The search knows a payment about a minute after it was made; we come later. */
    private Answer search(Account account, Payment payment) throws NoReply {
        Reply reply = api.get(
                account,
                "/v1/payment_intents/search?query="
                        + StripeApi.encoded("metadata['reference']:'" + payment.reference() + "'")
                        + "&expand[]=data.latest_charge");
        if (!reply.isGood() || !reply.body().path("data").isArray()) {
            return new Answer.Unknown("Stripe answered with " + reply.status() + ": " + StripeApi.error(reply));
        }
        JsonNode found = reply.body().path("data").path(0);
        return found.isObject()
                ? sighting(account, payment, found)
                : Sighting.missing(payment).seen();
    }

    private Answer sighting(Account account, Payment payment, JsonNode intent) {
        try {
            JsonNode refunds = intent.path("status").asText().equals("succeeded")
                    ? api.get(
                                    account,
                                    "/v1/refunds?limit=100&payment_intent="
                                            + intent.path("id").asText())
                            .body()
                    : intent;
            return StripeIntent.sighting(payment, intent, refunds);
        } catch (NoReply lost) {
            return new Answer.Unknown(String.valueOf(lost.getMessage()));
        }
    }
}
