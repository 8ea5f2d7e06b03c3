package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls all that is about payments, with the gateway for tests: as it should be, and wrongly. */
final class PaymentOperations {
    private final DocumentedApi api;

    PaymentOperations(DocumentedApi api) {
        this.api = api;
    }

    void call() {
        api.call("createPayment").body(payment("1.00")).gives(409);
        gateways();
        long id = payments();
        acts();
        assertThat(api.call("listPayments")
                        .with("state", "refunded")
                        .with("gateway", "test")
                        .with("mode", "test")
                        .with("subject", "session:17")
                        .with("from", "2020-01-01T00:00:00Z")
                        .gives(200)
                        .path("items")
                        .findValuesAsText("id"))
                .contains(Long.toString(id));
        api.call("listPayments").with("state", "lovely").gives(400);
    }

    private void gateways() {
        long test = made("{\"gateway\":\"test\"}");
        api.call("createPaymentGateway").body("{\"gateway\":\"test\"}").gives(409);
        api.call("createPaymentGateway").body("{\"gateway\":\"gold\"}").gives(400);
        long stripe = made(
                "{\"gateway\":\"stripe\",\"mode\":\"live\",\"secretKey\":\"sk_live_x\",\"webhookSecret\":\"whsec_x\"}");
        JsonNode shown = api.call("getPaymentGateway").with("id", stripe).gives(200);
        assertThat(shown.toString()).doesNotContain("sk_live_x", "whsec_x");
        assertThat(shown.path("callbackPath").asText()).isEqualTo("/payments/stripe/" + stripe);
        api.call("getPaymentGateway").with("id", 4711).gives(404);
        assertThat(api.call("listPaymentGateways").gives(200).path("items")).hasSize(2);
        api.call("listPaymentGateways").with("limit", 0).gives(400);
        assertThat(api.call("changePaymentGateway")
                        .with("id", stripe)
                        .body("{\"enabled\":false}")
                        .gives(200)
                        .path("secretKeySet")
                        .asBoolean())
                .isTrue();
        api.call("changePaymentGateway")
                .with("id", stripe)
                .body("{\"secretKey\":\"sk_test_x\"}")
                .gives(400);
        api.call("changePaymentGateway").with("id", 4711).body("{}").gives(404);
        api.call("deletePaymentGateway").with("id", stripe).gives(204);
        api.call("deletePaymentGateway").with("id", stripe).gives(404);
        assertThat(test).isPositive();
    }

    private long made(String body) {
        return api.call("createPaymentGateway").body(body).gives(201).path("id").asLong();
    }

    private static String payment(String amount) {
        return "{\"gateway\":\"test\",\"amount\":" + amount + ",\"currency\":\"EUR\",\"subject\":\"session:17\"}";
    }

    private long paid(String amount) {
        return api.call("createPayment")
                .body(payment(amount))
                .gives(201)
                .path("id")
                .asLong();
    }

    private long payments() {
        long id = paid("25.00");
        api.call("createPayment").body(payment("-1")).gives(400);
        api.call("refundPayment").with("id", id).body("{}").gives(409);
        api.call("capturePayment").with("id", id).body("{\"cost\":-1}").gives(400);
        assertThat(api.call("capturePayment")
                        .with("id", id)
                        .body("{\"cost\":17.35}")
                        .gives(200)
                        .path("state")
                        .asText())
                .isEqualTo("captured");
        api.call("capturePayment").with("id", id).body("{\"cost\":18}").gives(409);
        api.call("capturePayment").with("id", 4711).body("{\"cost\":1}").gives(404);
        api.call("cancelPayment").with("id", id).gives(409);
        api.call("refundPayment").with("id", id).body("{\"amount\":99}").gives(400);
        api.call("refundPayment")
                .with("id", id)
                .body("{\"amount\":7.35,\"key\":\"r1\"}")
                .gives(200);
        assertThat(api.call("refundPayment")
                        .with("id", id)
                        .body("{}")
                        .gives(200)
                        .path("state")
                        .asText())
                .isEqualTo("refunded");
        api.call("refundPayment").with("id", 4711).body("{}").gives(404);
        assertThat(api.call("getPayment").with("id", id).gives(200).path("history"))
                .isNotEmpty();
        api.call("getPayment").with("id", 4711).gives(404);
        api.call("cancelPayment").with("id", paid("9.00")).gives(200);
        api.call("cancelPayment").with("id", 4711).gives(404);
        long account =
                api.call("listPaymentGateways").gives(200).at("/items/0/id").asLong();
        api.call("deletePaymentGateway").with("id", account).gives(409);
        return id;
    }

    private void acts() {
        long id = paid("10.03");
        api.call("actOnTestPayment").with("id", id).body("{}").gives(400);
        api.call("actOnTestPayment").with("id", id).body("{\"approve\":true}").gives(204);
        api.call("actOnTestPayment").with("id", id).body("{\"approve\":true}").gives(409);
        api.call("actOnTestPayment").with("id", 4711).body("{\"approve\":true}").gives(404);
    }
}
