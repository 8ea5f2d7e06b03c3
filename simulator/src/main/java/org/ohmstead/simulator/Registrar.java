package org.ohmstead.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Tells the server about stations and tokens before they show up, since it refuses strangers; by its REST API. */
final class Registrar implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;

    private final HttpClient http;
    private final URI server;
    private final @Nullable String apiKey;

    /**
     * @param apiKey that lets us in there; null: there is none
     * @param trust  whose certificates are believed over TLS
     */
    Registrar(URI server, @Nullable String apiKey, SSLContext trust) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .sslContext(trust)
                .build();
        this.server = server;
        this.apiKey = apiKey;
    }

    /** Where the API is, when the stations' endpoint is at {@code url}. */
    static URI besides(String url) {
        URI endpoint = URI.create(url);
        String scheme = "wss".equals(endpoint.getScheme()) ? "https" : "http";
        return URI.create(scheme + "://" + endpoint.getRawAuthority());
    }

    void station(String identity, @Nullable String password) throws IOException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("identity", identity)
                .put("name", "Simulated " + identity)
                .put("admission", "accepted");
        send("POST", "/api/v1/stations", body);
        if (password != null) {
            ObjectNode secret = JsonNodeFactory.instance
                    .objectNode()
                    .put("password", password)
                    .put("allowShort", true);
            send("PUT", "/api/v1/stations/" + encoded(identity) + "/password", secret);
        }
    }

    void token(String value) throws IOException {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("value", value).put("type", "ISO14443");
        // Many virtual drivers share it: any number of sessions at once.
        body.put("maxSessions", 0);
        send("POST", "/api/v1/tokens", body);
    }

    private void send(String method, String path, ObjectNode body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
        if (apiKey != null) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == UNAUTHORIZED) {
                throw new IOException("it wants an API key: give one with --api-key or in OHMSTEAD_API_KEY;"
                        + " ./ohmstead admin create-key makes one on the server's machine");
            }
            boolean fine = answer.statusCode() < 300 || answer.statusCode() == CONFLICT;
            if (!fine) {
                throw new IOException(method + " " + server + path + " was answered with HTTP " + answer.statusCode()
                        + ": " + answer.body());
            }
        } catch (ConnectException e) {
            throw new IOException("nothing listens there", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String encoded(String identity) {
        return URLEncoder.encode(identity, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }
}
