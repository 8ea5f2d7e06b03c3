package org.ohmstead.app.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.ohmstead.access.CurrentActor;

/**
 * Decides by the route that a request has come to, never by its path: paths have many spellings, and what one reader takes for
 * the health page is the API for the next.
 */
@Singleton
public class RouteGuard {
    private final CurrentVertxRequest request;
    private final CurrentActor actor;

    @Inject
    public RouteGuard(CurrentVertxRequest request, CurrentActor actor) {
        this.request = request;
        this.actor = actor;
    }

    @ServerRequestFilter
    public void check(ResourceInfo route) {
        if (!route.getResourceClass().isAnnotationPresent(PublicRoute.class)
                && !RequestDoor.isTrusted(request.getCurrent())) {
            throw RequestDoor.tokenNeeded();
        }
        if (RequestDoor.isTrusted(request.getCurrent())) {
            actor.is(RequestDoor.actor(request.getCurrent()));
        }
    }
}
