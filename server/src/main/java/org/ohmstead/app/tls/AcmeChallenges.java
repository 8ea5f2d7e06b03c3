package org.ohmstead.app.tls;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** What an authority asks at the plain port, to see that a name is ours (RFC 8555 §8.3, http-01). */
@Singleton
public class AcmeChallenges {
    private static final String PATH = "/.well-known/acme-challenge/";

    private final ConcurrentMap<String, String> byToken = new ConcurrentHashMap<>();

    void expect(String token, String authorization) {
        byToken.put(token, authorization);
    }

    void forget(String token) {
        byToken.remove(token);
    }

    /** @return false: it is another request */
    public boolean answer(HttpServerRequest request) {
        String path = request.path();
        if (byToken.isEmpty() || path == null || request.method() != HttpMethod.GET) {
            return false;
        }
        String authorization = of(path);
        if (authorization == null) {
            return false;
        }
        request.response().putHeader("Content-Type", "application/octet-stream").end(authorization);
        return true;
    }

    @Nullable
    String of(String path) {
        return path.startsWith(PATH) ? byToken.get(path.substring(PATH.length())) : null;
    }
}
