package org.ohmstead.access.signin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The cookie of somebody who is signed in with a browser: no script reads it, no page of somebody else's makes the browser send
 * it, and behind TLS no other host of the domain can set it.
 */
@Singleton
public class SessionCookie {
    private static final String NAME = "ohmstead_session";
    private static final String DEVICE = "ohmstead_device";
    private static final String HOST = "__Host-";
    private static final long DEVICE_SECONDS = 365L * 24 * 3600;

    private final SignInSettings settings;

    @Inject
    public SessionCookie(SignInSettings settings) {
        this.settings = settings;
    }

    public Optional<String> shown(RoutingContext request) {
        return value(request, NAME);
    }

    /** What says that somebody has signed in with this browser before. */
    Optional<String> device(RoutingContext request) {
        return value(request, DEVICE);
    }

    private static Optional<String> value(RoutingContext request, String name) {
        Cookie cookie = request.request().getCookie(isSecure(request) ? HOST + name : name);
        return Optional.ofNullable(cookie).map(Cookie::getValue);
    }

    public void set(RoutingContext request, String secret) {
        add(request, NAME, secret, settings.longest().toSeconds());
    }

    void setDevice(RoutingContext request, String device) {
        add(request, DEVICE, device, DEVICE_SECONDS);
    }

    void remove(RoutingContext request) {
        add(request, NAME, "", 0);
    }

    private static void add(RoutingContext request, String name, String value, long seconds) {
        boolean secure = isSecure(request);
        request.response()
                .addCookie(Cookie.cookie(secure ? HOST + name : name, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(secure)
                        .setSameSite(CookieSameSite.STRICT)
                        .setMaxAge(seconds));
    }

    private static boolean isSecure(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(SECURE));
    }

    /** Under which the door keeps whether the browser speaks TLS. */
    public static final String SECURE = "ohmstead.secure";
}
