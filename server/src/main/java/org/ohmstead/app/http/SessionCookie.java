package org.ohmstead.app.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.signin.Browser;
import org.ohmstead.signin.DeviceTokens;
import org.ohmstead.signin.SignInSettings;

/**
 * The cookie of somebody who is signed in with a browser: no script reads it, no page of somebody else's makes the browser send
 * it, and behind TLS no other host of the domain can set it.
 */
@Singleton
public class SessionCookie implements Browser {
    private static final String NAME = "ohmstead_session";
    private static final String DEVICE = "ohmstead_device";
    private static final String ATTEMPT = "ohmstead_attempt";
    private static final String HOST = "__Host-";
    private static final long DEVICE_SECONDS = 365L * 24 * 3600;

    private final CurrentVertxRequest request;
    private final DeviceTokens devices;
    private final SignInSettings settings;

    @Inject
    public SessionCookie(CurrentVertxRequest request, DeviceTokens devices, SignInSettings settings) {
        this.request = request;
        this.devices = devices;
        this.settings = settings;
    }

    static Optional<String> shown(RoutingContext request) {
        return value(request, NAME);
    }

    @Override
    public Actor.Origin origin() {
        return RequestDoor.origin(request.getCurrent());
    }

    @Override
    public @Nullable String userAgent() {
        return request.getCurrent().request().getHeader("User-Agent");
    }

    @Override
    public Optional<String> deviceOf(String email) {
        return value(request.getCurrent(), DEVICE).filter(token -> devices.isOf(token, email));
    }

    @Override
    public void keepSession(String secret) {
        set(request.getCurrent(), secret);
    }

    void set(RoutingContext routing, String secret) {
        add(routing, NAME, secret, settings.longest().toSeconds(), CookieSameSite.STRICT);
    }

    @Override
    public void forgetSession() {
        add(request.getCurrent(), NAME, "", 0, CookieSameSite.STRICT);
    }

    @Override
    public void keepDevice(String email) {
        add(request.getCurrent(), DEVICE, devices.make(email), DEVICE_SECONDS, CookieSameSite.STRICT);
    }

    @Override
    public Optional<String> attempt() {
        return value(request.getCurrent(), ATTEMPT);
    }

    /** The page of the provider sends the browser back to us, and then it must have this one with it. */
    @Override
    public void keepAttempt(String secret, Duration longest) {
        add(request.getCurrent(), ATTEMPT, secret, longest.toSeconds(), CookieSameSite.LAX);
    }

    @Override
    public void forgetAttempt() {
        add(request.getCurrent(), ATTEMPT, "", 0, CookieSameSite.LAX);
    }

    private static Optional<String> value(RoutingContext request, String name) {
        Cookie cookie = request.request().getCookie(RequestDoor.isSecure(request) ? HOST + name : name);
        return Optional.ofNullable(cookie).map(Cookie::getValue);
    }

    private static void add(RoutingContext request, String name, String value, long seconds, CookieSameSite site) {
        boolean secure = RequestDoor.isSecure(request);
        request.response()
                .addCookie(Cookie.cookie(secure ? HOST + name : name, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(secure)
                        .setSameSite(site)
                        .setMaxAge(seconds));
    }
}
