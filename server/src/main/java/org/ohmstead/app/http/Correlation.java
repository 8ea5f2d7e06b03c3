package org.ohmstead.app.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ContextNotActiveException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The id by which a request is found in the log: the client's own, if it sent one, or a new one. */
final class Correlation {
    static final String HEADER = "X-Correlation-Id";
    private static final String KEY = "ohmstead.correlation";
    private static final String REQUEST_ID = "X-Request-ID";
    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private Correlation() {}

    /** Gives the request its id and puts it into the answer. */
    static void assign(RoutingContext request) {
        request.put(KEY, assign(request.request()));
    }

    /** For where no router is at work. @return the id */
    static String assign(HttpServerRequest request) {
        String id = Stream.of(request.getHeader(REQUEST_ID), request.getHeader(HEADER), traceOf(request))
                .filter(Objects::nonNull)
                .filter(theirs -> ACCEPTABLE.matcher(theirs).matches())
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
        request.response().putHeader(HEADER, id).putHeader(REQUEST_ID, id);
        return id;
    }

    /** The trace that the request belongs to; null: it does not say (W3C Trace Context §3.2). */
    private static @Nullable String traceOf(HttpServerRequest request) {
        Matcher parent = TRACE_PARENT.matcher(String.valueOf(request.getHeader("traceparent")));
        return parent.matches() ? parent.group(1) : null;
    }

    static String of(@Nullable RoutingContext request) {
        String id = request == null ? null : request.get(KEY);
        return id == null ? "none" : id;
    }

    static String of(CurrentVertxRequest request) {
        return of(current(request));
    }

    /** @return null: none is served here, or its client has hung up, which ends it at once */
    static @Nullable RoutingContext current(CurrentVertxRequest request) {
        try {
            return request.getCurrent();
        } catch (ContextNotActiveException hungUp) {
            return null;
        }
    }
}
