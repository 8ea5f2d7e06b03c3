package org.ohmstead.payments.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.payments.PaymentNotices;
import org.ohmstead.payments.Payments;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.AccountKey;
import org.ohmstead.payments.gateways.GatewayAccounts;
import org.ohmstead.payments.state.Payment;

/** What Stripe tells of its own accord. */
@Singleton
public class StripeWebhooks {
    private static final String INTENT = "payment_intent";
    private static final int LONGEST_WORD = 200;

    private final GatewayAccounts accounts;
    private final PaymentNotices notices;
    private final Payments payments;
    private final Clock clock;

    @Inject
    public StripeWebhooks(GatewayAccounts accounts, PaymentNotices notices, Payments payments, Clock clock) {
        this.accounts = accounts;
        this.notices = notices;
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * Takes an event; nothing of it is read before its signature is proven.
     *
     * @return false: it could not be handled now, and shall come again
     * @throws Refused not found: there is no such account; unknown caller: the signature is none of it; malformed
     */
    boolean take(long accountId, @Nullable String signature, byte[] body) {
        Account account = accounts.called(StripeGateway.NAME, accountId)
                .orElseThrow(() -> Refused.notFound("There is no account " + accountId + " of Stripe."));
        if (!StripeSignature.isGood(signature, body, account.key(AccountKey.WEBHOOK_SECRET), clock.instant())) {
            throw new Refused(
                    Refused.Kind.UNKNOWN_CALLER,
                    "Signature wrong",
                    "The header Stripe-Signature does not prove this body by the secret of the webhook, or is older"
                            + " than "
                            + StripeSignature.TOLERANCE.toSeconds() + " s.",
                    null);
        }
        JsonNode event = json(body);
        JsonNode object = event.path("data").path("object");
        String id = word(event.path("id"));
        if (id == null || event.path("livemode").asBoolean() != account.live()) {
            throw malformed("The event has no id, or is of another mode than account " + accountId + ".");
        }
        String kind = word(event.path("type"));
        String intent =
                object.path("object").asText().equals(INTENT) ? word(object.path("id")) : word(object.path(INTENT));
        return notices.take(account, id, kind == null ? "unknown" : kind, intent, () -> about(account, intent, object));
    }

    /** Before our own request was answered, its id is not known here yet; what we called it stands in it. */
    private Optional<Payment> about(Account account, @Nullable String intent, JsonNode object) {
        if (intent == null || intent.contains(".")) { // it stands in a URL
            return Optional.empty();
        }
        String reference = word(object.path("metadata").path("reference"));
        return payments.byName(account, intent)
                .or(() -> reference == null
                        ? Optional.empty()
                        : payments.byReference(account, reference).map(one -> one.named(intent)));
    }

    private static @Nullable String word(JsonNode node) {
        return node.isTextual()
                        && node.textValue().length() <= LONGEST_WORD
                        && node.textValue().matches("[\\w.]+")
                ? node.textValue()
                : null;
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.tree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException broken) {
            throw malformed("The body is no JSON.");
        }
    }

    private static Refused malformed(String detail) {
        return new Refused(Refused.Kind.MALFORMED, "Malformed event", detail, null);
    }
}
