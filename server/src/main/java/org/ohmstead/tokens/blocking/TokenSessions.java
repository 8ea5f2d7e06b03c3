package org.ohmstead.tokens.blocking;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.tokens.AuthorizationSettings;
import org.ohmstead.tokens.RunningSession;
import org.ohmstead.tokens.RunningSessions;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenTypes;
import org.ohmstead.tokens.Tokens;

/**
 * Which sessions run with a token, and what becomes of them when it is refused from now on. Nothing ends by that alone: a
 * station asks about a token only when it is shown.
 */
@Singleton
public class TokenSessions {
    private final SqlTokenStore store;
    private final RunningSessions running;
    private final SessionStops stops;
    private final AuthorizationSettings settings;
    private final Clock clock;

    @Inject
    public TokenSessions(
            SqlTokenStore store,
            RunningSessions running,
            SessionStops stops,
            AuthorizationSettings settings,
            Clock clock) {
        this.store = store;
        this.running = running;
        this.stops = stops;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The open sessions that run with a token, whichever of its values was read.
     *
     * @throws Refused not found
     */
    public List<RunningSession> of(Scope scope, long id) {
        Token token = store.get(scope, id).orElseThrow(() -> Tokens.none(id)).token();
        return byToken(scope, List.of(token)).getOrDefault(token, List.of());
    }

    /** Those of some tokens that are refused, or would be, and charge. */
    public List<TokenCharging> refused(Scope scope, List<Token> tokens) {
        return charging(scope, refusedOf(tokens), false);
    }

    /**
     * The same for tokens that were just written. With the setting their sessions are stopped, also where the change said once
     * more what was so before, and also those at stations that whoever changed them does not see: the token is refused there too.
     */
    public List<TokenCharging> changed(Actor by, List<Token> tokens) {
        List<Token> refused = refusedOf(tokens);
        List<TokenCharging> charging = charging(by.scope(), refused, settings.stopBlockedSessions());
        if (settings.stopBlockedSessions()) {
            Actor stopping = by.ofWholeTenant().followedBy("stop-blocked-sessions");
            byToken(stopping.scope(), refused).forEach((token, sessions) -> {
                String why = token.blocked() ? "its token was blocked" : "its token was set to have expired";
                stops.stopLater(stopping, sessions, why);
            });
        }
        return charging;
    }

    private List<Token> refusedOf(List<Token> tokens) {
        Instant now = clock.instant();
        return tokens.stream().filter(token -> token.isRefused(now)).toList();
    }

    private List<TokenCharging> charging(Scope scope, List<Token> refused, boolean areStopped) {
        List<TokenCharging> charging = new ArrayList<>();
        byToken(scope, refused)
                .forEach((token, sessions) ->
                        charging.add(new TokenCharging(token.value(), sessions, operation(scope, token), areStopped)));
        return charging;
    }

    /** @return null: the token is not registered yet */
    private @Nullable String operation(Scope scope, Token token) {
        return store.named(scope, token.value()).stream()
                .filter(stored -> isSame(stored.token(), token))
                .findFirst()
                .map(stored -> "POST /api/v1/tokens/" + stored.id() + "/stop-sessions")
                .orElse(null);
    }

    /** Only of tokens that charge. */
    private Map<Token, List<RunningSession>> byToken(Scope scope, List<Token> tokens) {
        Map<String, List<Token>> byKey = new HashMap<>();
        for (Token token : tokens) {
            token.keys().forEach(key -> byKey.computeIfAbsent(key, none -> new ArrayList<>())
                    .add(token));
        }
        Map<Token, List<RunningSession>> found = new LinkedHashMap<>();
        for (RunningSession session : running.with(scope, byKey.keySet())) {
            owner(scope, session, byKey.getOrDefault(Token.key(session.token()), List.of()))
                    .ifPresent(owner -> found.computeIfAbsent(owner, none -> new ArrayList<>())
                            .add(session));
        }
        return found;
    }

    /** The token that its value and type find now, if that is one of these; as they are, or will be. */
    private Optional<Token> owner(Scope scope, RunningSession session, List<Token> tokens) {
        List<StoredToken> standing = store.named(scope, session.token());
        List<StoredToken> all = new ArrayList<>(standing);
        for (Token token : tokens) {
            Optional<StoredToken> before = standing.stream()
                    .filter(stored -> isSame(stored.token(), token))
                    .findFirst();
            before.ifPresent(all::remove);
            long id = before.map(StoredToken::id).orElse(Long.MAX_VALUE);
            all.add(new StoredToken(id, token, Instant.EPOCH, Instant.EPOCH));
        }
        all.sort(TokenTypes.CARDS_FIRST);
        return TokenTypes.choose(all, session.tokenType())
                .map(StoredToken::token)
                .filter(tokens::contains);
    }

    private static boolean isSame(Token one, Token other) {
        return one.key().equals(other.key()) && one.type().equals(other.type());
    }
}
