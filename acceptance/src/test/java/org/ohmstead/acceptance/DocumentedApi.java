package org.ohmstead.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Calls operations by their id, holds each answer against the document, and keeps which have been called with which result. */
final class DocumentedApi {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Api api;
    private final ApiDocument document;
    private final Map<String, Set<Integer>> seen = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Set<String>> changes = new TreeMap<>();

    DocumentedApi(Api api) {
        this.api = api;
        this.document = ApiDocument.of(api);
    }

    /** For what is no single answer. */
    Api plain() {
        return api;
    }

    ApiDocument document() {
        return document;
    }

    /** The statuses with which each operation has answered. */
    Map<String, Set<Integer>> seen() {
        return seen;
    }

    /** Of each operation that may change something, and has succeeded, the ids of those requests. */
    Map<String, Set<String>> changes() {
        return changes;
    }

    /** Where answers differed from the document; each is told once. */
    Collection<String> faults() {
        return new TreeSet<>(faults);
    }

    /** Calls an operation that lists, in pages as large and as small as may be, and with what is not allowed. */
    List<JsonNode> list(String operation, String... pathAndQuery) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = null;
        do {
            Call call = with(call(operation), pathAndQuery).with("limit", 2);
            JsonNode page = (cursor == null ? call : call.with("cursor", cursor)).gives(200);
            page.path("items").forEach(items::add);
            cursor = page.path("next").isTextual() ? page.path("next").asText() : null;
        } while (cursor != null && items.size() < 20);
        with(call(operation), pathAndQuery).with("limit", 500).gives(200);
        JsonNode ok = document().operations().get(operation).node().at("/responses/200/content");
        if (ok.has("text/csv")) {
            with(call(operation), pathAndQuery).accepting("text/csv").gives(200);
        }
        with(call(operation), pathAndQuery).with("limit", 0).gives(400);
        with(call(operation), pathAndQuery).with("limit", "many").gives(400);
        with(call(operation), pathAndQuery).with("cursor", "made up").gives(400);
        return items;
    }

    private static Call with(Call call, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            call.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return call;
    }

    Call call(String operationId) {
        ApiDocument.Operation operation = document.operations().get(operationId);
        if (operation == null) {
            throw new AssertionError("The document has no operation " + operationId + "; it has "
                    + document.operations().keySet());
        }
        return new Call(operation);
    }

    /** A request that is being put together. */
    final class Call {
        private final ApiDocument.Operation operation;
        private final Map<String, String> query = new TreeMap<>();
        private final Map<String, String> headers = new TreeMap<>();
        private final List<String> unusable = new ArrayList<>();
        private String path;
        private String type = "application/json";
        private String accept = "*/*";
        private String body;
        private String key = api.key();

        private Call(ApiDocument.Operation operation) {
            this.operation = operation;
            this.path = operation.path();
        }

        /** A part of the path, a query parameter or a header. */
        Call with(String name, Object value) {
            String text = String.valueOf(value);
            JsonNode parameter = document.parameters(operation, "path").get(name);
            if (parameter != null) {
                path = path.replace(
                        "{" + name + "}",
                        URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
            } else if (document.parameters(operation, "header").get(name) != null) {
                headers.put(name, text);
                parameter = document.parameters(operation, "header").get(name);
            } else {
                query.put(name, text);
                parameter = document.parameters(operation, "query").get(name);
            }
            if (parameter == null) {
                unusable.add("there is no parameter " + name);
            } else {
                document.faultsOfRequest(parameter.path("schema"), typed(text))
                        .forEach(fault -> unusable.add(name + ": " + fault));
            }
            return this;
        }

        Call body(String json) {
            this.body = json;
            return this;
        }

        Call body(String type, String text) {
            this.type = type;
            this.body = text;
            return this;
        }

        /** As somebody else, who has that key or token; empty: nobody. */
        Call as(String other) {
            this.key = other;
            return this;
        }

        Call accepting(String mediaType) {
            this.accept = mediaType;
            return this;
        }

        /** Sends it. What the document allows has to succeed, and the answer has to be one that the document knows. */
        JsonNode gives(int status) {
            HttpResponse<String> answer = send();
            seen.computeIfAbsent(operation.id(), id -> new TreeSet<>()).add(answer.statusCode());
            String what = operation.id() + " " + answer.statusCode();
            if (answer.statusCode() != status) {
                throw new AssertionError(what + " instead of " + status + ": " + answer.body());
            }
            if (status < 300) {
                if (!operation.method().equalsIgnoreCase("get")) {
                    changes.computeIfAbsent(operation.id(), id -> new TreeSet<>())
                            .add(answer.headers().firstValue("X-Correlation-Id").orElse("(none)"));
                }
                unusable.forEach(fault -> faults.add(what + ", though " + fault));
                checkBody(what);
            }
            return check(what, answer);
        }

        private void checkBody(String what) {
            JsonNode content = operation.node().path("requestBody").path("content");
            if (body == null) {
                if (operation.node().path("requestBody").path("required").asBoolean()) {
                    faults.add(what + ", though a body is required");
                }
            } else if (!content.has(type)) {
                faults.add(what + ", though it takes no " + type);
            } else if (type.endsWith("json")) {
                document.faultsOfRequest(content.path(type).path("schema"), json(body))
                        .forEach(fault -> faults.add(what + ", though the body is not allowed: " + fault));
            }
        }

        private JsonNode check(String what, HttpResponse<String> answer) {
            JsonNode known = document.answer(operation, answer.statusCode()).orElse(null);
            if (known == null) {
                faults.add(what + " is no answer that the document knows");
                return JsonNodeFactory.instance.missingNode();
            }
            if (answer.headers().firstValue("X-Correlation-Id").isEmpty()) {
                faults.add(what + " has no correlation id");
            }
            JsonNode content = known.path("content");
            if (content.isMissingNode() || content.isEmpty()) {
                if (!answer.body().isEmpty()) {
                    faults.add(what + " has a body that the document does not know: " + answer.body());
                }
                return JsonNodeFactory.instance.missingNode();
            }
            String mediaType = answer.headers()
                    .firstValue("Content-Type")
                    .orElse("(none)")
                    .split(";")[0]
                    .strip()
                    .toLowerCase(Locale.ROOT);
            if (!content.has(mediaType)) {
                faults.add(what + " has the type " + mediaType + "; the document knows " + content.properties());
                return JsonNodeFactory.instance.missingNode();
            }
            JsonNode value =
                    mediaType.endsWith("json") ? json(answer.body()) : JsonNodeFactory.instance.textNode(answer.body());
            document.faults(content.path(mediaType).path("schema"), value)
                    .forEach(fault -> faults.add(what + ": " + fault));
            return value;
        }

        private HttpResponse<String> send() {
            List<String> pairs = new ArrayList<>();
            query.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
            String url = path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
            HttpRequest.Builder request = HttpRequest.newBuilder(api.base().resolve(url))
                    .header("Accept", accept)
                    .method(
                            operation.method().toUpperCase(Locale.ROOT),
                            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            headers.forEach(request::header);
            if (body != null) {
                request.header("Content-Type", type);
            }
            try {
                return HTTP.send(api.as(key).authorised(request).build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(operation.id(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** A parameter as what it looks like: 7 is a number, true a truth value, and everything else a text. */
    private static JsonNode typed(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
        }
        return text.equals("true") || text.equals("false")
                ? JsonNodeFactory.instance.booleanNode(text.equals("true"))
                : JsonNodeFactory.instance.textNode(text);
    }

    private static JsonNode json(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
