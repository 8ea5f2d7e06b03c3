package org.ohmstead.signin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Permissions;
import org.ohmstead.access.Principal;
import org.ohmstead.roles.Role;
import org.ohmstead.roles.Roles;
import org.ohmstead.users.User;

/** People who have signed in, with what their roles allow at this moment. Blocks where something is not in memory. */
@Singleton
public class SignedInUsers {
    private final SignInSessions sessions;
    private final AccessTokens tokens;
    private final Roles roles;

    @Inject
    public SignedInUsers(SignInSessions sessions, AccessTokens tokens, Roles roles) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.roles = roles;
    }

    /** @param secret that the browser is to show from now on; null: the same as before */
    public record InBrowser(Principal principal, @Nullable String secret) {
        @Override
        public String toString() {
            return "InBrowser " + principal.id();
        }
    }

    /** By the access token of a program. */
    public Optional<Principal> byAccessToken(String token, Actor.Origin origin) {
        OptionalLong session = tokens.session(token);
        return session.isEmpty()
                ? Optional.empty()
                : sessions.byId(session.getAsLong()).map(standing -> person(standing, false, origin));
    }

    /** By the cookie of a browser. */
    public Optional<InBrowser> byCookie(String secret, Actor.Origin origin) {
        return sessions.byCookie(secret)
                .map(standing -> new InBrowser(person(standing, true, origin), standing.secret()));
    }

    /** Who had signed in a while ago, as they are let in now; empty: they are not. Does not count as a use. */
    public Optional<Principal> again(Principal.SignedIn shown, Actor.Origin origin) {
        return sessions.byIdUnnoted(shown.session()).map(standing -> person(standing, shown.byCookie(), origin));
    }

    private Principal person(SignInSessions.Standing standing, boolean byCookie, Actor.Origin origin) {
        User user = standing.user();
        Optional<Role> role = roles.find(user.tenant(), user.role());
        Set<Long> groups = role.map(Role::stationGroups).orElse(Set.of());
        return new Principal(
                Actor.user(user.tenant(), groups, user.email(), origin),
                role.map(Role::permissions).orElse(Permissions.NONE),
                groups,
                new Principal.SignedIn(user.id(), standing.session().id(), byCookie));
    }
}
