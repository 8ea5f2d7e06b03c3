package org.ohmstead.app.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ContextNotActiveException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id by which a request is found in the log: the client's own, if it sent one, or a new one. */
final class Correlation {
    static final String HEADER = "X-Correlation-Id";
    private static final String KEY = "ohmstead.correlation";
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private Correlation() {}

    /** Gives the request its id and puts it into the answer. */
    static void assign(RoutingContext request) {
        request.put(KEY, assign(request.request()));
    }

    /** For where no router is at work. @return the id */
    static String assign(HttpServerRequest request) {
        String theirs = request.getHeader(HEADER);
        String id = theirs != null && ACCEPTABLE.matcher(theirs).matches()
                ? theirs
                : UUID.randomUUID().toString();
        request.response().putHeader(HEADER, id);
        return id;
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
