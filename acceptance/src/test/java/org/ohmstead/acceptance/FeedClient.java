package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A partner who reads the live feed, as server-sent events or over a WebSocket. */
final class FeedClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** @param id null: it has none */
    record Event(String event, String id, JsonNode data) {
        /** {@code connector CP-7/1 available}, with what is special. */
        String words() {
            return event
                    + (data.has("station") ? " " + data.path("station").asText() + "/" + data.path("evse") : "")
                    + (data.has("state") ? " " + data.path("state").asText() : "")
                    + (data.path("blocked").asBoolean() ? " blocked" : "")
                    + (data.path("connected").asBoolean() ? " connected" : "");
        }
    }

    private final BlockingQueue<Event> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private HttpResponse<InputStream> stream;
    private WebSocket socket;

    private FeedClient() {}

    /** @param lastId null: none */
    static FeedClient stream(Api api, String lastId) {
        return stream(api, "/api/v1/partner/feed", lastId);
    }

    /** Of any server-sent events. */
    static FeedClient stream(Api api, String path, String lastId) {
        FeedClient client = new FeedClient();
        HttpRequest.Builder request =
                api.authorised(HttpRequest.newBuilder(api.base().resolve(path)));
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        try {
            client.stream = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(client.stream.statusCode()).isEqualTo(200);
        Thread.ofVirtual().start(client::read);
        return client;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            String event = "";
            String id = null;
            String data = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).strip();
                } else if (line.isEmpty() && data == null) {
                    id = null; // one that comes alone
                } else if (line.isEmpty()) {
                    received.add(new Event(event, id, json(data)));
                    id = null;
                    data = null;
                }
            }
            closed.complete(0);
        } catch (IOException e) {
            closed.complete(-1);
        }
    }

    /** @param query with its question mark; empty: none */
    static FeedClient socket(Api api, String query) {
        FeedClient client = new FeedClient();
        client.socket = HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + api.key())
                .buildAsync(url(api, query), client)
                .join();
        return client;
    }

    /** As a page in a browser, which shows its key as a subprotocol. @param origin of the page */
    static CompletableFuture<FeedClient> page(Api api, String origin, String... subprotocols) {
        FeedClient client = new FeedClient();
        String[] more = Arrays.copyOfRange(subprotocols, 1, subprotocols.length);
        return HTTP.newWebSocketBuilder()
                .header("Origin", origin)
                .subprotocols(subprotocols[0], more)
                .buildAsync(url(api, ""), client)
                .thenApply(socket -> {
                    client.socket = socket;
                    return client;
                });
    }

    private static URI url(Api api, String query) {
        return URI.create("ws://" + api.base().getAuthority() + "/api/v1/partner/feed/socket" + query);
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    Event next() {
        try {
            Event event = received.poll(20, TimeUnit.SECONDS);
            assertThat(event).as("no event within 20 s").isNotNull();
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next one that says this; what else happens to stations of other tests is passed over. */
    Event until(String words) {
        return until(event -> event.words().equals(words));
    }

    Event until(Predicate<Event> wanted) {
        Event event = next();
        while (!wanted.test(event)) {
            event = next();
        }
        return event;
    }

    /** All that comes until both have come, in whatever order. */
    List<String> bothOf(String one, String other) {
        List<String> came = new ArrayList<>();
        while (!came.contains(one) || !came.contains(other)) {
            came.add(next().words());
        }
        return came;
    }

    /** All until it is current, which is the last one. */
    Event current() {
        return until("current");
    }

    /** Of the close frame, or 0 for a stream, once the other side has closed. */
    int closeCode() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static JsonNode json(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonNode message = json(partial.toString());
            partial.setLength(0);
            received.add(
                    new Event(message.path("event").asText(), message.path("id").asText(null), message.path("data")));
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        } else {
            try {
                stream.body().close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
