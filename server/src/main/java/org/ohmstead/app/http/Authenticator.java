package org.ohmstead.app.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Origins;
import org.ohmstead.access.PermissionWords;
import org.ohmstead.access.Permissions;
import org.ohmstead.access.Principal;
import org.ohmstead.access.keys.ApiKey;
import org.ohmstead.access.keys.ApiKeys;
import org.ohmstead.access.roles.Role;
import org.ohmstead.access.roles.Roles;
import org.ohmstead.access.signin.AccessTokens;
import org.ohmstead.access.signin.SessionCookie;
import org.ohmstead.access.signin.SignInSessions;
import org.ohmstead.access.users.User;
import org.ohmstead.app.settings.Loopback;
import org.ohmstead.db.Scope;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.tenants.Tenants;

/**
 * Who asks, by what they show: an access token, an API key, the cookie of a browser, or the key of this machine. Blocks where
 * something is not in memory.
 */
@Singleton
public class Authenticator {
    static final String API_KEY_HEADER = "X-API-Key";

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S{1,2000})");
    private static final String PRINCIPAL = "ohmstead.principal";

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
    private final AccessTokens tokens;
    private final SignInSessions sessions;
    private final SessionCookie cookie;
    private final Roles roles;
    private final PermissionWords words;
    private final Tenants tenants;

    @Inject
    public Authenticator(
            LocalKey local,
            ApiKeys keys,
            AccessTokens tokens,
            SignInSessions sessions,
            SessionCookie cookie,
            Roles roles,
            PermissionWords words,
            Tenants tenants) {
        this.local = local;
        this.keys = keys;
        this.tokens = tokens;
        this.sessions = sessions;
        this.cookie = cookie;
        this.roles = roles;
        this.words = words;
        this.tenants = tenants;
    }

    /**
     * Who asks; empty: nothing was shown, or nothing that counts.
     *
     * @throws Problem 403 where their organisation is suspended
     */
    Optional<Principal> of(RoutingContext request) {
        Optional<Principal> found = shown(request);
        found.filter(who -> tenants.isSuspended(who.actor().tenant())).ifPresent(who -> {
            throw new Problem(
                    403,
                    "Organisation suspended",
                    "Your organisation is suspended. Ask whoever runs this installation.",
                    null);
        });
        found.ifPresent(who -> request.put(PRINCIPAL, who));
        return found;
    }

    private Optional<Principal> shown(RoutingContext request) {
        String key = request.request().getHeader(API_KEY_HEADER);
        if (key != null) {
            return byKey(key, request);
        }
        String authorization = request.request().getHeader("Authorization");
        if (authorization == null) {
            return cookie.shown(request).flatMap(secret -> byCookie(secret, request));
        }
        Matcher bearer = BEARER.matcher(authorization);
        return bearer.matches() ? byBearer(bearer.group(1), request) : Optional.empty();
    }

    private Optional<Principal> byBearer(String shown, RoutingContext request) {
        if (shown.startsWith(LocalKey.PREFIX)) {
            return isLocal(request.request()) && local.is(shown)
                    ? Optional.of(ofThisMachine(request))
                    : Optional.empty();
        }
        if (shown.startsWith("omk_")) {
            return byKey(shown, request);
        }
        OptionalLong session = tokens.session(shown);
        return session.isEmpty()
                ? Optional.empty()
                : sessions.byId(session.getAsLong()).map(standing -> person(standing, false, request));
    }

    private Optional<Principal> byKey(String shown, RoutingContext request) {
        Actor.Origin origin = Origins.of(request);
        Optional<ApiKey> found = keys.shown(shown, origin.address());
        return found.map(key -> principal(key, origin));
    }

    private static Principal principal(ApiKey key, Actor.Origin origin) {
        return new Principal(
                new Actor(scope(key.tenant(), key.stationGroups()), Actor.Kind.API_KEY, key.prefix(), origin),
                key.permissions(),
                key.stationGroups(),
                new Principal.Key(key.id()));
    }

    private Optional<Principal> byCookie(String secret, RoutingContext request) {
        return sessions.byCookie(secret).map(standing -> {
            String next = standing.secret();
            if (next != null) {
                cookie.set(request, next);
            }
            return person(standing, true, request);
        });
    }

    private Principal person(SignInSessions.Standing standing, boolean byCookie, RoutingContext request) {
        User user = standing.user();
        Optional<Role> role = roles.find(user.tenant(), user.role());
        Set<Long> groups = role.map(Role::stationGroups).orElse(Set.of());
        return new Principal(
                new Actor(scope(user.tenant(), groups), Actor.Kind.USER, user.email(), Origins.of(request)),
                role.map(Role::permissions).orElse(Permissions.NONE),
                groups,
                new Principal.SignedIn(user.id(), standing.session().id(), byCookie));
    }

    /** @param groups empty: all stations */
    private static Scope scope(long tenant, Set<Long> groups) {
        Scope whole = Scope.tenant(tenant);
        return groups.isEmpty() ? whole : whole.within(groups);
    }

    private Principal ofThisMachine(RoutingContext request) {
        return new Principal(
                new Actor(Tenant.DEFAULT.scope(), Actor.Kind.LOCAL, "", Origins.of(request)),
                new Permissions(words.all()),
                Set.of(),
                new Principal.Local());
    }

    /** Whoever has been let in with this request; null: nobody (yet). */
    static @Nullable Principal known(RoutingContext request) {
        return request.get(PRINCIPAL);
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
