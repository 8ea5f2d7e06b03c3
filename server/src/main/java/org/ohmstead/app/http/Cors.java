package org.ohmstead.app.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of others may use the API (Fetch standard, CORS): those that are listed, with a token or a key that they show, never
 * with the cookie of somebody who is signed in here.
 */
final class Cors {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String TAKEN =
            "Authorization, X-API-Key, Content-Type, If-Match, Idempotency-Key, X-Request-ID";
    private static final String SHOWN =
            "ETag, Location, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-Request-ID";
    private static final String MAX_AGE_SECONDS = "600";

    private final List<String> origins;

    Cors(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    /** Whether the page that asks is one of them, as it says itself. */
    boolean allows(HttpServerRequest request) {
        return allows(request.getHeader("Origin"));
    }

    private boolean allows(@Nullable String origin) {
        return origin != null && (origins.contains("*") || origins.contains(origin));
    }

    /** Tells the browser that the page may read the answer. @return whether that was all that it wanted to know */
    boolean answer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        MultiMap headers = request.response().headers();
        headers.set("Access-Control-Allow-Origin", String.valueOf(request.getHeader("Origin")));
        headers.set("Access-Control-Expose-Headers", SHOWN);
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        headers.add("Vary", "Origin");
        boolean preflight = request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader("Access-Control-Request-Method") != null;
        if (preflight) {
            headers.set("Access-Control-Allow-Methods", METHODS);
            headers.set("Access-Control-Allow-Headers", TAKEN);
            headers.set("Access-Control-Max-Age", MAX_AGE_SECONDS);
            request.response().setStatusCode(204).end();
        }
        return preflight;
    }
}
