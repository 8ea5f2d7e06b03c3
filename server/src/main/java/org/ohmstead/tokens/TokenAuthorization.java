package org.ohmstead.tokens;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.TokenQuery.Purpose;

/**
 * Judges tokens (1.6 §4.1 and §7.2, 2.x block C): first by what stands with the token, then by what other slices have against
 * it, last by how many sessions it may have at once.
 */
@Singleton
public class TokenAuthorization implements TokenVerdicts {
    /** How long a start that is being written is waited for, where the next one hangs on it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Use(long tenant, String token) {}

    private final SqlTokenStore store;
    private final RunningSessions running;
    private final UnknownTokens unknown;
    private final VerdictRules rules;
    private final AuthorizationSettings settings;
    private final Clock clock;
    private final PendingStarts<Use> starts = new PendingStarts<>(PATIENCE);

    @Inject
    public TokenAuthorization(
            SqlTokenStore store,
            RunningSessions running,
            UnknownTokens unknown,
            VerdictRules rules,
            AuthorizationSettings settings,
            Clock clock) {
        this.store = store;
        this.running = running;
        this.unknown = unknown;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Decision decide(TokenQuery query) {
        // C02.FR.02: a start button sends an empty token of this type, and is accepted.
        if ("NoAuthorization".equals(query.type()) || settings.free(query.value())) {
            return new Decision(rules.judged(TokenVerdict.of(TokenStatus.ACCEPTED), query));
        }
        Optional<StoredToken> found = find(query);
        if (found.isEmpty() && rules.isVouchedFor(query)) {
            return new Decision(rules.judged(TokenVerdict.of(TokenStatus.ACCEPTED), query));
        }
        if (found.isEmpty()) {
            unknown.presented(query, clock.instant());
            return new Decision(
                    TokenVerdict.of(TokenStatus.UNKNOWN).refused(TokenStatus.UNKNOWN, "nobody knows the token"));
        }
        Token token = found.get().token();
        TokenVerdict verdict = rules.judged(judge(token, query), query);
        boolean mayBegin = verdict.accepted() && query.purpose() == Purpose.START && token.maxSessions() > 0;
        return mayBegin ? begin(token, query, verdict) : new Decision(verdict);
    }

    private Decision begin(Token token, TokenQuery query, TokenVerdict verdict) {
        PendingStarts<Use>.Asking start = starts.ask(new Use(query.station().tenant(), token.key()));
        boolean decided = false;
        try {
            boolean begins = start.begin(token.maxSessions(), () -> running(token, query));
            decided = true;
            return new Decision(
                    begins
                            ? verdict
                            : verdict.refused(
                                    TokenStatus.CONCURRENT,
                                    "the token may have " + token.maxSessions() + " sessions at once, and has them"),
                    start::close);
        } finally {
            if (!decided) {
                start.close();
            }
        }
    }

    private Optional<StoredToken> find(TokenQuery query) {
        Scope scope = query.station().scope();
        Optional<StoredToken> found = store.find(scope, query.value(), query.type());
        if (found.isEmpty() && settings.matchReversedUid()) {
            return CardUid.reversed(Token.key(query.value())).flatMap(other -> store.find(scope, other, query.type()));
        }
        return found;
    }

    private TokenVerdict judge(Token token, TokenQuery query) {
        List<Integer> evses = evsesAt(token, query.station());
        TokenVerdict facts = TokenVerdict.of(token, evses == null ? List.of() : evses);
        if (token.blocked()) {
            return facts.refused(TokenStatus.BLOCKED, "the token is blocked");
        }
        if (token.expiresAt() != null && !clock.instant().isBefore(token.expiresAt())) {
            return facts.refused(TokenStatus.EXPIRED, "the token expired at " + token.expiresAt());
        }
        if (evses == null) {
            return facts.elsewhere("the token may not be used at this station");
        }
        if (!evses.isEmpty() && !mayUse(evses, query.about().evse())) {
            return facts.elsewhere("the token may be used at EVSE " + evses + " of this station only");
        }
        return facts;
    }

    /** The EVSEs that a token may use at a station; empty: all of them; null: none. */
    private static @Nullable List<Integer> evsesAt(Token token, StationRef station) {
        if (token.allowed().isEmpty()) {
            return List.of();
        }
        return token.allowed().stream()
                .filter(place -> place.isAt(station.identity()))
                .findFirst()
                .map(Token.Place::evses)
                .orElse(null);
    }

    private static boolean mayUse(List<Integer> evses, @Nullable Integer evse) {
        return evse == null || evses.contains(evse);
    }

    /**
     * Only what begins a session is refused for running elsewhere (1.6 §7.2, 2.x C12): a stop must never be. Which session asks
     * is looked up only where it matters: where the limit is reached, and one of those that reach it runs at the same station.
     */
    private int running(Token token, TokenQuery query) {
        StationRef station = query.station();
        List<RunningSessions.Holder> holders = running.holders(station.scope(), token.key());
        boolean mayBeOwn = holders.size() >= token.maxSessions()
                && holders.stream().anyMatch(holder -> holder.station() == station.id());
        Long own = mayBeOwn ? query.about().ownSession() : null;
        return (int) holders.stream()
                .filter(holder -> own == null || holder.id() != own)
                .count();
    }
}
