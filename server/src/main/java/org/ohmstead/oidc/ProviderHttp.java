package org.ohmstead.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.oidc.OidcFailure.Reason;

/** Asks an identity provider: for no longer than some seconds, for no more than some bytes, and following it nowhere else. */
final class ProviderHttp {
    /** From the first byte sent to the last byte read. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST = 256 * 1024;

    /** Made when it is first needed: most servers have no provider. */
    private static final class Client {
        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(task -> Thread.ofVirtual().start(task))
                .build();

        private Client() {}
    }

    private final Duration patience;

    ProviderHttp() {
        this(PATIENCE);
    }

    /** @param patience for tests that wait for a provider who says nothing */
    ProviderHttp(Duration patience) {
        this.patience = patience;
    }

    /** An answer of JSON. */
    record Answer(int status, Map<String, Object> body) {}

    /** @throws OidcFailure there is no answer, or no usable one */
    Map<String, Object> get(URI at) {
        Answer answer = send(HttpRequest.newBuilder(at).GET());
        if (answer.status() != 200) {
            throw away(at, "answers with the status " + answer.status());
        }
        return answer.body();
    }

    /** @param authorization a header; null: none */
    Answer post(URI at, Map<String, String> form, @Nullable String authorization) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(authorization == null ? request : request.header("Authorization", authorization));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.header("Accept", "application/json").build();
        CompletableFuture<HttpResponse<byte[]>> asked =
                Client.CLIENT.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST));
        try {
            HttpResponse<byte[]> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), json(request.uri(), answer));
        } catch (TimeoutException e) {
            throw away(request.uri(), "did not answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw away(request.uri(), "cannot be asked: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(request.uri(), "was asked when the server ended");
        } finally {
            asked.cancel(true);
        }
    }

    private static Map<String, Object> json(URI at, HttpResponse<byte[]> answer) {
        try {
            return JSONObjectUtils.parse(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw away(at, "answers with the status " + answer.statusCode() + " and no JSON object");
        }
    }

    private static OidcFailure away(URI at, String what) {
        return new OidcFailure(Reason.PROVIDER_AWAY, at + " " + what);
    }
}
