package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** The REST API, as a program uses it. @param key that it shows; empty: none */
record Api(URI base, String key) {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** An answer; the body is a missing node where there is no JSON. */
    record Answer(int status, String text, JsonNode body) {
        JsonNode ok() {
            assertThat(status).as(text).isBetween(200, 299);
            return body;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** A file. */
    Answer postBytes(String path, byte[] content) {
        return send(request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content)));
    }

    Answer patch(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Registers stations that are let in. */
    void stations(String... identities) {
        for (String identity : identities) {
            post("/api/v1/stations", "{\"identity\":\"" + identity + "\",\"admission\":\"accepted\"}")
                    .ok();
        }
    }

    /** Registers cards that may charge any number of times at once. */
    void tokens(String... values) {
        for (String value : values) {
            post("/api/v1/tokens", "{\"value\":\"" + value + "\",\"maxSessions\":0}")
                    .ok();
        }
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String cursor = "";
        do {
            JsonNode page = get(path + separator + "limit=500" + cursor).ok();
            page.get("items").forEach(items::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.get("next").asText()
                    : null;
        } while (cursor != null);
        return items;
    }

    private HttpRequest.Builder request(String path) {
        return authorised(HttpRequest.newBuilder(base.resolve(path)));
    }

    /** The same request with the key. */
    HttpRequest.Builder authorised(HttpRequest.Builder request) {
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    /** As somebody else, who has that key or token; empty: nobody. */
    Api as(String other) {
        return new Api(base, other);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(
                    response.statusCode(), response.body(), json ? JSON.readTree(response.body()) : JSON.missingNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
