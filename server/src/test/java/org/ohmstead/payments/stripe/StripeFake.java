package org.ohmstead.payments.stripe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stripe as far as we speak with it: it keeps payment intents and refunds, and answers a repeated key as the first time. */
public final class StripeFake implements AutoCloseable {
    static final String KEY = "sk_test_1";

    /** What goes wrong with the next POST. */
    enum Trouble {
        NONE,
        /** It is done, and the line breaks before the answer. */
        SILENT_AFTER,
        /** It is not taken. */
        DOWN
    }

    private record Answer(int status, ObjectNode body) {}

    final Map<String, ObjectNode> intents = new LinkedHashMap<>();
    final List<ObjectNode> refunds = new ArrayList<>();
    final List<String> posts = new ArrayList<>();
    volatile Trouble trouble = Trouble.NONE;
    private final Map<String, Answer> byKey = new HashMap<>();
    private final HttpServer server;

    StripeFake() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/", this::serve);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form =
                    form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean posts = exchange.getRequestMethod().equals("POST");
            if (posts && trouble == Trouble.DOWN) {
                return;
            }
            Answer answer = answered(exchange, form, posts);
            if (posts && trouble == Trouble.SILENT_AFTER) {
                return;
            }
            byte[] body = answer.body().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answered(HttpExchange exchange, Map<String, String> form, boolean posts) {
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return error(401, "invalid_request_error", "Invalid API Key provided");
        }
        String path = exchange.getRequestURI().getPath();
        if (!posts) {
            return get(path, form(String.valueOf(exchange.getRequestURI().getRawQuery())));
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null) {
            return error(400, "idempotency_error", "the tests want a key");
        }
        Answer before = byKey.get(key);
        if (before != null) {
            return before;
        }
        this.posts.add(path);
        Answer answer = post(path, form);
        byKey.put(key, answer);
        return answer;
    }

    private Answer get(String path, Map<String, String> query) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        ArrayNode data = list.putArray("data");
        if (path.equals("/v1/payment_intents/search")) {
            intents.values().stream()
                    .filter(one -> query.get("query")
                            .contains(
                                    "'" + one.path("metadata").path("reference").asText() + "'"))
                    .forEach(data::add);
            return new Answer(200, list);
        }
        if (path.equals("/v1/refunds")) {
            refunds.stream()
                    .filter(one -> one.path("payment_intent").asText().equals(query.get("payment_intent")))
                    .forEach(data::add);
            return new Answer(200, list);
        }
        ObjectNode intent = intents.get(path.substring(path.lastIndexOf('/') + 1));
        return intent == null ? error(404, "resource_missing", "No such payment_intent") : new Answer(200, intent);
    }

    private Answer post(String path, Map<String, String> form) {
        String[] parts = path.split("/");
        if (path.equals("/v1/payment_intents")) {
            return create(form);
        }
        if (path.equals("/v1/refunds")) {
            return refund(form);
        }
        ObjectNode intent = intents.get(parts[3]);
        boolean capture = parts[4].equals("capture");
        String status = intent.path("status").asText();
        if (capture ? !status.equals("requires_capture") : status.equals("succeeded") || status.equals("canceled")) {
            return error(400, "payment_intent_unexpected_state", "its status is " + status);
        }
        intent.put("status", capture ? "succeeded" : "canceled").put("amount_capturable", 0);
        if (capture) {
            intent.put("amount_received", Long.parseLong(form.get("amount_to_capture")));
        } else {
            intent.put("cancellation_reason", "requested_by_customer");
        }
        return new Answer(200, intent.deepCopy());
    }

    private Answer create(Map<String, String> form) {
        if ("pm_card_declined".equals(form.get("payment_method"))) {
            ObjectNode error = JsonNodeFactory.instance.objectNode();
            error.putObject("error")
                    .put("type", "card_error")
                    .put("code", "card_declined")
                    .put("decline_code", "insufficient_funds")
                    .put("message", "Your card has insufficient funds.");
            return new Answer(402, error);
        }
        String id = "pi_" + (intents.size() + 1);
        long amount = Long.parseLong(form.get("amount"));
        ObjectNode intent = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", "payment_intent")
                .put("amount", amount)
                .put("currency", form.get("currency"))
                .put("client_secret", id + "_secret")
                .put("capture_method", form.get("capture_method"))
                .put("amount_received", 0);
        intent.putObject("metadata").put("reference", form.get("metadata[reference]"));
        boolean held = "pm_card_visa".equals(form.get("payment_method"));
        intent.put("status", held ? "requires_capture" : "requires_payment_method");
        intent.put("amount_capturable", held ? amount : 0);
        if ("pm_card_3ds".equals(form.get("payment_method"))) {
            intent.put("status", "requires_action");
            intent.putObject("next_action").putObject("redirect_to_url").put("url", "https://bank.example/3ds");
        }
        if (held) {
            hold(intent);
        }
        intents.put(id, intent);
        return new Answer(200, intent.deepCopy());
    }

    private static void hold(ObjectNode intent) {
        intent.putObject("latest_charge")
                .putObject("payment_method_details")
                .putObject("card")
                .put("capture_before", 1_773_000_000L);
    }

    private Answer refund(Map<String, String> form) {
        ObjectNode refund = JsonNodeFactory.instance
                .objectNode()
                .put("id", "re_" + (refunds.size() + 1))
                .put("object", "refund")
                .put("payment_intent", form.get("payment_intent"))
                .put("amount", Long.parseLong(form.get("amount")))
                .put("status", "succeeded");
        refund.putObject("metadata").put("operation", form.get("metadata[operation]"));
        refunds.add(refund);
        return new Answer(200, refund.deepCopy());
    }

    /** The driver has done what the bank wanted. */
    synchronized void confirm(String id) {
        ObjectNode intent = intents.get(id);
        intent.put("status", "requires_capture")
                .put("amount_capturable", intent.path("amount").longValue());
        intent.remove("next_action");
        hold(intent);
    }

    /** The hold is over. */
    synchronized void expire(String id) {
        intents.get(id)
                .put("status", "canceled")
                .put("cancellation_reason", "automatic")
                .put("amount_capturable", 0);
    }

    /** What was taken in all, less what went back. */
    synchronized long taken() {
        long received = intents.values().stream()
                .mapToLong(one -> one.path("amount_received").longValue())
                .sum();
        return received
                - refunds.stream()
                        .mapToLong(one -> one.path("amount").longValue())
                        .sum();
    }

    /** An event about a payment intent, as Stripe sends it. */
    byte[] event(String id, String type, String intent, boolean live) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", "event")
                .put("type", type)
                .put("livemode", live);
        event.putObject("data").set("object", intents.get(intent));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Answer error(int status, String code, String message) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.putObject("error")
                .put("type", "invalid_request_error")
                .put("code", code)
                .put("message", message);
        return new Answer(status, error);
    }

    private static Map<String, String> form(@Nullable String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : String.valueOf(text).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
