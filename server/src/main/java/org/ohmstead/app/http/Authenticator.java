package org.ohmstead.app.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmstead.access.Actor;
import org.ohmstead.access.LiveAccess;
import org.ohmstead.access.Loopback;
import org.ohmstead.access.PermissionWords;
import org.ohmstead.access.Permissions;
import org.ohmstead.access.Principal;
import org.ohmstead.apikeys.ApiKeys;
import org.ohmstead.signin.SignedInUsers;
import org.ohmstead.tenants.Tenants;

/**
 * Who asks, by what they show: an access token, an API key, the cookie of a browser, or the key of this machine. Blocks where
 * something is not in memory.
 */
@Singleton
public class Authenticator implements LiveAccess {
    static final String API_KEY_HEADER = "X-API-Key";
    private static final String API_KEY = "omk_";

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S{1,2000})");

    /** Any of them says that somebody else stands behind who asks. */
    private static final List<String> OF_PROXIES = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Real-IP",
            "CF-Connecting-IP");

    private final LocalKey local;
    private final ApiKeys keys;
    private final SignedInUsers users;
    private final SessionCookie cookie;
    private final PermissionWords words;
    private final Tenants tenants;

    @Inject
    public Authenticator(
            LocalKey local,
            ApiKeys keys,
            SignedInUsers users,
            SessionCookie cookie,
            PermissionWords words,
            Tenants tenants) {
        this.local = local;
        this.keys = keys;
        this.users = users;
        this.cookie = cookie;
        this.words = words;
        this.tenants = tenants;
    }

    /** Who asks; empty: nothing was shown, or nothing that counts. */
    Optional<Principal> of(RoutingContext request) {
        String key = request.request().getHeader(API_KEY_HEADER);
        if (key != null) {
            return byKey(key, request);
        }
        String authorization = request.request().getHeader("Authorization");
        if (authorization == null) {
            Optional<String> offered = keyOfSocket(request.request());
            if (offered.isPresent()) {
                return byKey(offered.get(), request);
            }
            return SessionCookie.shown(request).flatMap(secret -> byCookie(secret, request));
        }
        Matcher bearer = BEARER.matcher(authorization);
        return bearer.matches() ? byBearer(bearer.group(1), request) : Optional.empty();
    }

    /** A page can give a WebSocket no header but the list of subprotocols. */
    private static Optional<String> keyOfSocket(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                ? request.headers().getAll("Sec-WebSocket-Protocol").stream()
                        .flatMap(header -> Arrays.stream(header.split(",")))
                        .map(String::strip)
                        .filter(one -> one.startsWith(API_KEY))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public boolean stands(Principal who, String permission) {
        Optional<Principal> now =
                switch (who.proof()) {
                    case Principal.Local _ -> Optional.of(who);
                    case Principal.SignedIn person ->
                        users.again(person, who.actor().origin());
                    case Principal.Key _ -> keys.again(who);
                };
        return now.filter(it -> it.permissions().allows(permission))
                .filter(it -> it.proof() instanceof Principal.Local
                        || tenants.isServed(it.actor().tenant()))
                .filter(it -> it.actor().scope().equals(who.actor().scope()))
                .isPresent();
    }

    private Optional<Principal> byBearer(String shown, RoutingContext request) {
        if (shown.startsWith(LocalKey.PREFIX)) {
            return isLocal(request.request()) && local.is(shown)
                    ? Optional.of(ofThisMachine(request))
                    : Optional.empty();
        }
        return shown.startsWith(API_KEY)
                ? byKey(shown, request)
                : users.byAccessToken(shown, RequestDoor.origin(request));
    }

    private Optional<Principal> byKey(String shown, RoutingContext request) {
        Actor.Origin origin = RequestDoor.origin(request);
        return keys.shown(shown, origin.address()).map(key -> ApiKeys.principal(key, origin));
    }

    private Optional<Principal> byCookie(String secret, RoutingContext request) {
        return users.byCookie(secret, RequestDoor.origin(request)).map(in -> {
            String next = in.secret();
            if (next != null) {
                cookie.set(request, next);
            }
            return in.principal();
        });
    }

    private Principal ofThisMachine(RoutingContext request) {
        return new Principal(
                Actor.LOCAL.from(RequestDoor.origin(request)),
                new Permissions(words.all()),
                Set.of(),
                new Principal.Local());
    }

    /**
     * Nobody but programs on this machine. A proxy here speaks for others: what it says gives it away, and so does HTTP/1.0,
     * which proxies speak that say nothing (nginx as it comes).
     */
    private static boolean isLocal(HttpServerRequest request) {
        String host = request.authority() == null ? "" : request.authority().host();
        return request.version() != HttpVersion.HTTP_1_0
                && Loopback.isAddress(request.remoteAddress().hostAddress())
                && OF_PROXIES.stream().noneMatch(header -> request.headers().contains(header))
                && Loopback.isName(
                        host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", ""));
    }
}
