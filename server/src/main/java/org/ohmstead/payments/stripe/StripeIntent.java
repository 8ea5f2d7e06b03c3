package org.ohmstead.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.payments.gateways.Answer;
import org.ohmstead.payments.gateways.Sighting;
import org.ohmstead.payments.gateways.Sighting.Progress;
import org.ohmstead.payments.gateways.Sighting.Refund;
import org.ohmstead.payments.gateways.Sighting.Stage;
import org.ohmstead.payments.state.Failure;
import org.ohmstead.payments.state.Payment;

/** A PaymentIntent in our words (docs.stripe.com/payments/paymentintents/lifecycle). */
final class StripeIntent {
    private StripeIntent() {}

    /** @param refunds a list of Stripe's; ignored where nothing was taken */
    static Answer sighting(Payment payment, JsonNode intent, JsonNode refunds) {
        Currency currency = payment.terms().amount().currency();
        String reference = intent.path("metadata").path("reference").asText();
        if (!reference.equals(payment.reference())
                || !intent.path("currency").asText().equals(StripeUnits.word(currency))) {
            return new Answer.Unknown("Stripe shows another payment than was asked for: "
                    + intent.path("id").asText());
        }
        boolean paid = intent.path("status").asText().equals("succeeded");
        if (paid && !refunds.path("data").isArray()) {
            return new Answer.Unknown("Stripe does not say what was refunded.");
        }
        Stage stage = stage(intent);
        long units =
                switch (stage) {
                    case HELD -> intent.path("amount_capturable").longValue();
                    case PAID -> intent.path("amount_received").longValue();
                    case MISSING, OPEN, CANCELLED, EXPIRED, FAILED -> 0;
                };
        return new Sighting(
                        stage,
                        StripeUnits.money(units, currency),
                        paid ? refunds(refunds, currency) : List.of(),
                        link(intent),
                        failure(intent))
                .seen();
    }

    private static Stage stage(JsonNode intent) {
        return switch (intent.path("status").asText()) {
            case "requires_capture" -> Stage.HELD;
            case "succeeded" -> Stage.PAID;
            case "canceled" ->
                switch (intent.path("cancellation_reason").asText()) {
                    case "automatic", "expired" -> Stage.EXPIRED;
                    default -> Stage.CANCELLED;
                };
            default -> Stage.OPEN;
        };
    }

    private static List<Refund> refunds(JsonNode list, Currency currency) {
        List<Refund> refunds = new ArrayList<>();
        for (JsonNode one : list.path("data")) {
            Progress progress =
                    switch (one.path("status").asText()) {
                        case "succeeded" -> Progress.DONE;
                        case "failed", "canceled" -> Progress.FAILED;
                        default -> Progress.UNDERWAY;
                    };
            refunds.add(new Refund(
                    text(one.path("metadata").path("operation")),
                    StripeUnits.money(one.path("amount").longValue(), currency),
                    progress));
        }
        return refunds;
    }

    private static Payment.Link link(JsonNode intent) {
        JsonNode before = intent.path("latest_charge")
                .path("payment_method_details")
                .path("card")
                .path("capture_before");
        return new Payment.Link(
                text(intent.path("id")),
                text(intent.path("next_action").path("redirect_to_url").path("url")),
                text(intent.path("client_secret")),
                before.isIntegralNumber() ? Instant.ofEpochSecond(before.longValue()) : null);
    }

    private static @Nullable Failure failure(JsonNode intent) {
        JsonNode error = intent.path("last_payment_error");
        return error.isObject() ? StripeApi.failure(error) : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isEmpty() ? node.textValue() : null;
    }
}
