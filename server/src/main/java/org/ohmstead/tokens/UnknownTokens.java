package org.ohmstead.tokens;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.background.OneByOne;
import org.ohmstead.db.Scope;

/**
 * The tokens that were presented lately and are not registered, so that an operator sees what a reader makes of a card. Not a
 * fact: gathered in memory, and written a moment later, off the way of any message.
 */
@Singleton
public class UnknownTokens {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    /** What may be presented between two writes; a hostile station invents values without end. */
    private static final int MOST = 500;

    /** What is longer can be nobody's. */
    private static final int LONGEST = TokenRules.LONGEST_VALUE;

    private record Key(long tenant, String key, @Nullable String type) {}

    private final SqlUnknownTokenStore store;
    private final SqlTokenStore tokens;
    /** So that a list is not read while another thread still writes what belongs into it. */
    private final Object writing = new Object();

    private Map<Key, UnknownToken> unwritten = new HashMap<>();

    @Inject
    public UnknownTokens(SqlUnknownTokenStore store, SqlTokenStore tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    /** Costs a station nothing. A code that was typed is not kept: it may be all but right (C04). */
    void presented(TokenQuery query, Instant at) {
        String value = query.value();
        if (value.isBlank() || value.length() > LONGEST || !isListed(query.type())) {
            return;
        }
        UnknownToken one = new UnknownToken(value, query.type(), query.station().identity(), at, at, 1);
        Key key = new Key(query.station().tenant(), Token.key(value), query.type());
        synchronized (this) {
            if (unwritten.size() >= MOST && !unwritten.containsKey(key)) {
                return;
            }
            unwritten.merge(key, one, UnknownToken::and);
            if (unwritten.size() > 1
                    || Objects.requireNonNull(unwritten.get(key)).occurred() > 1) {
                return; // somebody is about to write
            }
        }
        Thread.ofVirtual().name("unknown-tokens").start(this::writeInAMoment);
    }

    private static boolean isListed(@Nullable String type) {
        return type == null
                || (type.length() <= TokenRules.LONGEST_TYPE && !TokenTypes.KEY_CODE.equalsIgnoreCase(type));
    }

    private void writeInAMoment() {
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        OneByOne.attemptOrLeave("Writing unknown tokens", this::flush);
    }

    /** Writes what was presented. What finds no database is lost: it will be presented again. */
    void flush() {
        synchronized (writing) {
            write(taken());
        }
    }

    private synchronized Map<Key, UnknownToken> taken() {
        Map<Key, UnknownToken> seen = unwritten;
        unwritten = new HashMap<>();
        return seen;
    }

    private void write(Map<Key, UnknownToken> seen) {
        seen.keySet().stream().map(Key::tenant).distinct().forEach(tenant -> {
            List<UnknownToken> own = seen.entrySet().stream()
                    .filter(entry -> entry.getKey().tenant() == tenant)
                    .map(Map.Entry::getValue)
                    .toList();
            store.add(Scope.tenant(tenant), own);
        });
    }

    /** Those that were presented last come first; at most 1000 are kept. */
    public Page<UnknownToken> page(Scope scope, @Nullable String station, Limit limit, @Nullable Cursor after) {
        flush();
        return Page.of(
                store.page(scope, station, limit.rows() + 1, after),
                limit,
                row -> Cursor.at(
                        row.lastAt().toString(), Token.key(row.value()), row.type() == null ? "" : row.type()));
    }

    /** A registered token that may be the same card, and what to do then. */
    public Optional<String> hint(Scope scope, UnknownToken unknown) {
        return tokens.named(scope, unknown.value()).stream()
                .findFirst()
                .map(stored -> "Its value is registered as " + stored.token().type() + " (token " + stored.id()
                        + ") and was presented as " + unknown.type()
                        + ", which proves something else. Register it with this type too, if that is meant.")
                .or(() -> CardUid.reversed(Token.key(unknown.value()))
                        .flatMap(other -> tokens.named(scope, other).stream().findFirst())
                        .map(stored ->
                                "Token " + stored.id() + " (" + stored.token().value()
                                        + ") has the same bytes in the other order. If it is the same card, add this value to its"
                                        + " alsoKnownAs, or set match-reversed-cards for all."))
                .or(() -> CardUid.firstBytes(Token.key(unknown.value()))
                        .flatMap(bytes ->
                                tokens.beginning(scope, bytes, 1).stream().findFirst())
                        .map(stored ->
                                "Token " + stored.id() + " (" + stored.token().value()
                                        + ") begins with the same bytes. If this reader shortens or pads the number of the same card,"
                                        + " add this value to its alsoKnownAs."));
    }
}
