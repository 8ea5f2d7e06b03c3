package org.ohmstead.app.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.PublicRoute;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/**
 * Says of a station that somebody does not see, or that there is not, that there is none, before anything is said of the rest of
 * the request: what it sends about such a station is not looked at.
 */
@Singleton
public class StationGuard {
    private static final String STATION = "station";
    /** Behind {@link RouteGuard}, which says who asks. */
    private static final int NEXT = Priorities.USER + 1;

    private final CurrentActor actor;
    private final Stations stations;

    @Inject
    public StationGuard(CurrentActor actor, Stations stations) {
        this.actor = actor;
        this.stations = stations;
    }

    /** On the thread of the resource, which may block. */
    @ServerRequestFilter(priority = NEXT)
    public void check(ResourceInfo route, UriInfo uri) {
        String named = uri.getPathParameters().getFirst(STATION);
        if (named != null && !route.getResourceClass().isAnnotationPresent(PublicRoute.class)) {
            StationPaths.find(stations, actor.scope(), named);
        }
    }
}
