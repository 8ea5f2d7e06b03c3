package org.ohmstead.access;

import io.vertx.ext.web.RoutingContext;

/** From where a request came, as its door has found out. */
public final class Origins {
    private static final String KEY = "ohmstead.origin";

    private Origins() {}

    /** @throws IllegalStateException if the door was not passed */
    public static Actor.Origin of(RoutingContext request) {
        Actor.Origin origin = request.get(KEY);
        if (origin == null) {
            throw new IllegalStateException("the door was not passed");
        }
        return origin;
    }

    public static void set(RoutingContext request, Actor.Origin origin) {
        request.put(KEY, origin);
    }
}
