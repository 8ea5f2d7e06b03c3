package org.ohmstead.app.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.OwnRoute;
import org.ohmstead.access.Permission;
import org.ohmstead.access.Principal;
import org.ohmstead.access.PublicRoute;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.listening.HttpTurns;
import org.ohmstead.tenants.Tenants;

/**
 * Lets those in who may, and nobody else. It decides by the route that a request has come to, never by its path: paths have many
 * spellings, and what one reader takes for the health page is the API for the next.
 */
@Singleton
public class RouteGuard {
    static final String CHALLENGE = "Bearer realm=\"Ohmstead\"";

    private final CurrentVertxRequest request;
    private final CurrentActor actor;
    private final Authenticator authenticator;
    private final RequestLimits limits;
    private final Duration timeout;
    private final Tenants tenants;

    @Inject
    public RouteGuard(
            CurrentVertxRequest request,
            CurrentActor actor,
            Authenticator authenticator,
            RequestLimits limits,
            Tenants tenants,
            Settings settings) {
        this.request = request;
        this.actor = actor;
        this.authenticator = authenticator;
        this.limits = limits;
        this.timeout = settings.access().requestTimeout();
        this.tenants = tenants;
    }

    /** On the thread of the resource, which may block. */
    @ServerRequestFilter
    public void check(ResourceInfo route) {
        RoutingContext routing = request.getCurrent();
        limitTime(routing, route.getResourceMethod());
        if (route.getResourceClass().isAnnotationPresent(PublicRoute.class)) {
            limits.takeOf(routing, null);
            return;
        }
        Optional<Principal> shown = authenticator.of(routing);
        limits.takeOf(routing, shown.orElse(null));
        Principal who = shown.orElseThrow(() -> unknown(routing));
        if (isOfAnotherPage(routing, who)) {
            throw new Problem(
                    403,
                    "Origin missing",
                    "The cookie of a browser counts for pages of this server alone, and this request does not say that it"
                            + " comes from one. A program, or a page of another origin, shows a token or a key.",
                    null);
        }
        mustBeServed(tenants, who);
        check(route, who);
        HttpTurns.of(routing.request().connection()).ifPresent(HttpTurns::proven);
        actor.is(who);
    }

    /** Whoever waits for what does not come, such as a lock of the database, is told so instead of waiting on. */
    private void limitTime(RoutingContext routing, Method method) {
        LongestAnswer own = method.getAnnotation(LongestAnswer.class);
        Duration longest = own == null ? timeout : Duration.ofMinutes(own.value());
        if (longest.isZero()) {
            return;
        }
        long timer = routing.vertx().setTimer(longest.toMillis(), fired -> {
            if (!routing.response().headWritten()) {
                RequestDoor.answer(routing, tookTooLong(longest));
            }
        });
        routing.addEndHandler(ended -> routing.vertx().cancelTimer(timer));
    }

    private static Problem tookTooLong(Duration longest) {
        return new Problem(
                503,
                "Took too long",
                "No answer within " + longest.toSeconds()
                        + " seconds (request-timeout). A change may have been made all the same, or may still be: look before"
                        + " you send it again.",
                null);
    }

    /** Whoever works on the server's machine always is. @throws org.ohmstead.api.Refused their organisation is suspended, or removed */
    static void mustBeServed(Tenants tenants, Principal who) {
        if (!(who.proof() instanceof Principal.Local)) {
            tenants.mustBeServed(who.actor().tenant());
        }
    }

    private static void check(ResourceInfo route, Principal who) {
        if (route.getResourceClass().isAnnotationPresent(OwnRoute.class)) {
            return;
        }
        Permission needed = route.getResourceMethod().getAnnotation(Permission.class);
        if (needed == null) {
            throw new IllegalStateException(route.getResourceMethod() + " does not say which permission it needs");
        }
        if (!who.permissions().allows(needed.value())) {
            throw forbidden(who, needed.value());
        }
    }

    /** What came with another Origin has been refused already; this is about what says nothing of where it comes from. */
    private static boolean isOfAnotherPage(RoutingContext routing, Principal who) {
        HttpMethod method = routing.request().method();
        boolean reads = Dashboard.isRead(method) || method.equals(HttpMethod.OPTIONS);
        boolean byCookie = who.proof() instanceof Principal.SignedIn person && person.byCookie();
        boolean silent = routing.request().getHeader("Origin") == null
                && !"same-origin".equals(routing.request().getHeader("Sec-Fetch-Site"));
        return byCookie && (RequestDoor.isGuest(routing) || !reads && silent);
    }

    static Problem unknown(RoutingContext routing) {
        boolean shown = routing.request().getHeader("Authorization") != null
                || routing.request().getHeader(Authenticator.API_KEY_HEADER) != null;
        return new Problem(
                401,
                "Sign-in needed",
                shown
                        ? "What was shown does not count: it is over, was revoked or never was, or must not be used from this"
                                + " address. Sign in again at POST /api/v1/sign-in, or ask for another API key."
                        : "Show who you are: Authorization: Bearer with an access token of POST /api/v1/sign-in or an API"
                                + " key, or X-API-Key. The first owner is made with the setup link that the server prints.",
                null);
    }

    static Problem forbidden(Principal who, String permission) {
        return new Problem(
                403,
                "Not allowed",
                who.actor().word() + " may not do this: it needs the permission " + permission
                        + ", which an owner can give by a role or a key.",
                null);
    }
}
