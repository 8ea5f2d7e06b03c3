package org.ohmstead.app.socket.handshake;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.Http1xServerRequest;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Some stations send their identity raw: {@code SITE|07}, {@code 100%} (field note 6). Vert.x refuses to upgrade a request
 * whose target is no {@link URI}, though it makes no use of it. So the target is replaced, once we have read it; there is no
 * other way in than the field itself. If a newer Vert.x has no such field, these few stations get a 400 again, and
 * HandshakeTest says so.
 */
public final class RawTarget {
    private static final System.Logger LOG = System.getLogger(RawTarget.class.getName());

    private RawTarget() {}

    /** Just before the upgrade. */
    public static void makeAcceptable(HttpServerRequest request) {
        if (isAcceptable(request.uri())) {
            return;
        }
        try {
            Object innermost = request;
            while (innermost != null && !(innermost instanceof Http1xServerRequest)) {
                innermost = delegate(innermost);
            }
            if (innermost != null) {
                Field uri = Http1xServerRequest.class.getDeclaredField("uri");
                uri.setAccessible(true);
                uri.set(innermost, "/");
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "The target of a handshake cannot be replaced", e);
        }
    }

    private static boolean isAcceptable(String target) {
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Quarkus and the router each put a wrapper around the request. */
    private static @Nullable Object delegate(Object wrapper) throws IllegalAccessException {
        for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals("delegate")) {
                    field.setAccessible(true);
                    return field.get(wrapper);
                }
            }
        }
        return null;
    }
}
