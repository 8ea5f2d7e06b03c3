package org.ohmstead.payments.gateways;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.ohmstead.ocpp.codec.values.Json;

/** Asks a provider: for no longer than some seconds, for no more than some bytes, and following it nowhere else. */
public final class ProviderHttp {
    /** From the first byte sent to the last byte read; less than a request to us may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int MOST = 1 << 20;

    /** Made when it is first needed: most servers have no provider. */
    private static final class Client {
        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(task -> Thread.ofVirtual().start(task))
                .build();

        private Client() {}
    }

    private final Duration patience;

    public ProviderHttp() {
        this(PATIENCE);
    }

    /** @param patience for tests with a provider that says nothing */
    public ProviderHttp(Duration patience) {
        this.patience = patience;
    }

    /**
     * What came back.
     *
     * @param body missing: it is no JSON
     */
    public record Reply(int status, JsonNode body) {
        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** Whether nobody knows by it what was done. */
        public boolean isUnclear() {
            return status >= 500 || status == 409 || status == 425 || status == 429 || status < 200;
        }
    }

    /** Nobody knows whether the request was taken. */
    public static final class NoReply extends IOException {
        private static final long serialVersionUID = 1L;

        NoReply(String what) {
            super(what);
        }
    }

    /** @throws NoReply there is no answer, or only a part of one */
    public Reply send(HttpRequest.Builder builder) throws NoReply {
        HttpRequest request = builder.header("Accept", "application/json").build();
        CompletableFuture<HttpResponse<byte[]>> asked =
                Client.CLIENT.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST));
        try {
            HttpResponse<byte[]> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(answer.statusCode(), json(answer.body()));
        } catch (TimeoutException e) {
            throw new NoReply(place(request) + " did not answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new NoReply(place(request) + " cannot be asked: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoReply(place(request) + " was asked when the server ended");
        } finally {
            asked.cancel(true);
        }
    }

    public static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        return HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String place(HttpRequest request) {
        URI uri = request.uri();
        return uri.getHost() + uri.getPath();
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.tree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException none) {
            return MissingNode.getInstance();
        }
    }
}
