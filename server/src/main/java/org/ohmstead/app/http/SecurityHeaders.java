package org.ohmstead.app.http;

import io.vertx.ext.web.RoutingContext;

/** What browsers are told with every answer, so that nobody else's page shows, frames or guesses what is ours. */
final class SecurityHeaders {
    private static final String HSTS = "max-age=31536000";

    private SecurityHeaders() {}

    /** @param secure whether the browser speaks TLS; only then may it be told to speak nothing else */
    static void put(RoutingContext request, boolean secure) {
        request.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (secure) {
            request.response().putHeader("Strict-Transport-Security", HSTS);
        }
        String path = String.valueOf(request.normalizedPath());
        if (path.startsWith("/api/") || path.startsWith("/files/")) {
            request.response()
                    .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                    .putHeader("Cache-Control", "no-store");
        }
    }
}
