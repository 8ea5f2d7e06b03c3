package org.ohmstead.tokens;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Problem;
import org.ohmstead.db.CompareAndSet;
import org.ohmstead.stations.StationRef;

/** Tokens: their verdicts, and what an operator does with them. */
@Singleton
public class Tokens implements TokenVerdicts, StartVerdicts {
    /** How long a start that is being written is waited for, where the next one hangs on it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Use(long tenant, String token) {}

    private final SqlTokenStore store;
    private final RunningSessions running;
    private final UnknownTokens unknown;
    private final TokensSettings settings;
    private final Clock clock;
    private final PendingStarts<Use> starts = new PendingStarts<>(PATIENCE);

    @Inject
    public Tokens(
            SqlTokenStore store, RunningSessions running, UnknownTokens unknown, TokensSettings settings, Clock clock) {
        this.store = store;
        this.running = running;
        this.unknown = unknown;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Verdict verdict(TokenQuery query) {
        return decide(query, Function.identity());
    }

    @Override
    public <R> R decide(TokenQuery query, Function<Verdict, R> write) {
        // C02.FR.02: a start button sends an empty token of this type, and is accepted.
        if ("NoAuthorization".equals(query.type()) || settings.free(query.value())) {
            return write.apply(Verdict.of(TokenStatus.ACCEPTED));
        }
        Optional<StoredToken> found = find(query);
        if (found.isEmpty()) {
            unknown.presented(query, clock.instant());
            return write.apply(Verdict.of(TokenStatus.UNKNOWN));
        }
        Token token = found.get().token();
        if (query.purpose() != Purpose.START || token.maxSessions() == 0) {
            return write.apply(judge(token, query));
        }
        try (PendingStarts<Use>.Asking start =
                starts.ask(new Use(query.station().tenant(), token.key()))) {
            Verdict verdict = judge(token, query);
            boolean begins = verdict.status() != TokenStatus.ACCEPTED
                    || start.begin(token.maxSessions(), () -> running(token, query));
            return write.apply(begins ? verdict : verdict.with(TokenStatus.CONCURRENT));
        }
    }

    private Optional<StoredToken> find(TokenQuery query) {
        long tenant = query.station().tenant();
        Optional<StoredToken> found = store.find(tenant, query.value(), query.type());
        if (found.isEmpty() && settings.matchReversedUid()) {
            return CardUid.reversed(Token.key(query.value())).flatMap(other -> store.find(tenant, other, query.type()));
        }
        return found;
    }

    private Verdict judge(Token token, TokenQuery query) {
        List<Integer> evses = evsesAt(token, query.station());
        Verdict facts = new Verdict(
                TokenStatus.ACCEPTED,
                token.group(),
                token.expiresAt(),
                token.priority(),
                token.language(),
                token.personalMessage(),
                evses == null ? List.of() : evses,
                token);
        if (token.blocked()) {
            return facts.with(TokenStatus.BLOCKED);
        }
        if (token.expiresAt() != null && !clock.instant().isBefore(token.expiresAt())) {
            return facts.with(TokenStatus.EXPIRED);
        }
        if (evses == null || !(evses.isEmpty() || mayUse(evses, query.about().evse()))) {
            return facts.elsewhere();
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
        List<RunningSessions.Holder> holders = running.holders(station.tenant(), token.key());
        boolean mayBeOwn = holders.size() >= token.maxSessions()
                && holders.stream().anyMatch(holder -> holder.station() == station.id());
        Long own = mayBeOwn ? query.about().ownSession() : null;
        return (int) holders.stream()
                .filter(holder -> own == null || holder.id() != own)
                .count();
    }

    /** @throws Problem 400 for a field that is not allowed, 409 where value and type stand already */
    public StoredToken create(long tenant, Token token) {
        return written(store.create(tenant, TokenRules.checked(token), now()), token)
                .orElseThrow();
    }

    private static Optional<StoredToken> written(SqlTokenStore.Written written, Token token) {
        if (written.field() != null && written.inUseBy() != null) {
            throw taken(written.field(), token, written.inUseBy());
        }
        return Optional.ofNullable(written.stored());
    }

    public static Problem taken(String field, Token token, StoredToken other) {
        Token standing = other.token();
        boolean same = field.equals("value") && standing.key().equals(token.key());
        return Problem.conflict(
                field,
                same
                        ? "A token " + standing.value() + " of type " + standing.type() + " stands already (token "
                                + other.id()
                                + "; values are compared without case, blanks and separators). Change that one."
                        : field + " is a value of token " + other.id() + " (" + standing.value()
                                + ") already; a further value belongs to one token alone. Take it from there first.");
    }

    /** @throws Problem 404 */
    public StoredToken get(long tenant, long id) {
        return store.get(tenant, id).orElseThrow(() -> none(id));
    }

    /**
     * Changes all but the value and the type, which are what makes it this token.
     *
     * @param change what becomes of the token as it stands; asked again where somebody else has changed that meanwhile
     * @throws Problem 400, 404, 409 where a further value is another token's, and what {@code change} throws
     */
    public StoredToken change(long tenant, long id, Function<StoredToken, Token> change) {
        return CompareAndSet.until(() -> get(tenant, id), before -> {
            Token after = TokenRules.checked(change.apply(before));
            return written(store.change(tenant, before, after, now()), after);
        });
    }

    /**
     * Removes it; sessions that were charged with it keep its value.
     *
     * @param check throws where it must not be removed as it stands
     * @throws Problem 404
     */
    public void delete(long tenant, long id, Consumer<StoredToken> check) {
        CompareAndSet.until(() -> get(tenant, id), before -> {
            check.accept(before);
            return store.delete(tenant, before) ? Optional.of(before) : Optional.empty();
        });
    }

    /** Under which a token's sessions stand, however its value is written; one that nobody knows has its own. */
    public String keyOf(long tenant, String value) {
        return store.find(tenant, value, null)
                .map(stored -> stored.token().key())
                .orElseGet(() -> Token.key(value));
    }

    /** In the order in which they were created. */
    public Page<StoredToken> page(long tenant, TokenFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.page(tenant, filter, limit.rows() + 1, after), limit, row -> Cursor.at(row.id()));
    }

    private Instant now() {
        return clock.instant();
    }

    public static Problem none(long id) {
        return Problem.notFound("There is no token " + id + ". GET /api/v1/tokens lists them.");
    }
}
