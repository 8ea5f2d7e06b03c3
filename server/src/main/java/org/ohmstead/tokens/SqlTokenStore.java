package org.ohmstead.tokens;

import static org.ohmstead.db.schema.Tables.TOKEN;
import static org.ohmstead.db.schema.Tables.TOKEN_ALIAS;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.Recording;
import org.ohmstead.db.Database;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;

/** The tokens' tables. Every write of a token goes through one lane, so that what was looked at before it still stands. */
@Singleton
public class SqlTokenStore {
    private static final int CACHED = 200_000;
    private static final int LANE = 0;
    private static final String ENTITY = "token";

    private record Value(long tenant, String key) {
        static final RowCache.Keys<Value> TEXT = new RowCache.Keys<>(
                value -> value.tenant + "/" + value.key,
                text -> new Value(
                        Long.parseLong(text.substring(0, text.indexOf('/'))), text.substring(text.indexOf('/') + 1)));
    }

    /** A token to be written; {@code before} null: a new one. */
    public record Change(@Nullable StoredToken before, Token after) {}

    /**
     * What a write came to.
     *
     * @param stored  as it stands now; null: it was not written
     * @param field   that stands in the way; null: none
     * @param inUseBy the token that has its value already
     */
    record Written(
            @Nullable StoredToken stored,
            @Nullable String field,
            @Nullable StoredToken inUseBy) {
        static Written nothing() {
            return new Written(null, null, null);
        }
    }

    private final Database database;
    private final GroupCommit commits;
    /** Of each value the tokens of all types; an empty list: there is none. */
    private final RowCache<Value, List<StoredToken>> cache;

    @Inject
    public SqlTokenStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
        this.cache = new RowCache<>("token", CACHED, Value.TEXT, commits.node().invalidations());
    }

    /** The tokens of all types that have a value, or are also known as it; a card before anything else. */
    public List<StoredToken> named(Scope scope, String value) {
        Value key = new Value(scope.tenant(), Token.key(value));
        return Objects.requireNonNull(
                cache.get(key, () -> SqlTokenRow.named(database.read(scope), scope, List.of(key.key()))));
    }

    /** @param type as it was presented; null: any */
    public Optional<StoredToken> find(Scope scope, String value, @Nullable String type) {
        return TokenTypes.choose(named(scope, value), type);
    }

    public Optional<StoredToken> get(Scope scope, long id) {
        return SqlTokenRow.read(database.read(scope), scope, TOKEN.ID.eq(id), 1).stream()
                .findFirst();
    }

    public List<StoredToken> page(Scope scope, TokenFilter filter, int rows, @Nullable Cursor after) {
        Condition where = DSL.noCondition();
        if (after != null) {
            where = where.and(TOKEN.ID.gt(after.id()));
        }
        if (filter.search() != null) {
            String part = filter.search();
            Condition alias = DSL.exists(DSL.selectOne()
                    .from(TOKEN_ALIAS)
                    .where(TOKEN_ALIAS.TOKEN_ID.eq(TOKEN.ID).and(TOKEN_ALIAS.VALUE_KEY.contains(Token.key(part)))));
            where = where.and(TOKEN.VALUE_KEY
                    .contains(Token.key(part))
                    .or(TOKEN.NOTE.containsIgnoreCase(part))
                    .or(alias));
        }
        if (filter.group() != null) {
            where = where.and(TOKEN.GROUP_KEY.eq(filter.group()));
        }
        if (filter.blocked() != null) {
            where = where.and(TOKEN.IS_BLOCKED.eq(filter.blocked()));
        }
        return SqlTokenRow.read(database.read(scope), scope, where, rows);
    }

    /** See {@link Tokens#state}; each change moves the time of its token on. */
    String state(Scope scope, Instant now) {
        return database.read(scope)
                .select(DSL.count(), DSL.max(TOKEN.UPDATED_AT), DSL.count().filterWhere(TOKEN.EXPIRES_AT.le(now)))
                .from(TOKEN)
                .where(scope.of(TOKEN.TENANT_ID))
                .fetchSingle(row -> row.value1() + "/" + row.value2() + "/" + row.value3());
    }

    /** Tokens whose value begins with the same characters, in the order of their values. */
    List<StoredToken> beginning(Scope scope, String prefix, int rows) {
        return SqlTokenRow.read(
                database.read(scope),
                scope,
                TOKEN.VALUE_KEY.ge(prefix).and(TOKEN.VALUE_KEY.lt(prefix + Character.MAX_VALUE)),
                rows);
    }

    /** Nothing is written where one of its values is another token's. */
    Written create(Scope scope, Token token, Instant now, Recording by) {
        Change change = new Change(null, token);
        return write(scope, List.of(change), tx -> put(tx, scope, change, now, by));
    }

    /** Nothing is written where the token is not as it was, or one of its values is another token's. */
    Written change(Scope scope, StoredToken before, Token after, Instant now, Recording by) {
        Change change = new Change(before, after);
        return write(scope, List.of(change), tx -> put(tx, scope, change, now, by));
    }

    /** @return false: the token is not as it was, and stays */
    boolean delete(Scope scope, StoredToken token, Recording by) {
        return write(scope, List.of(new Change(token, token.token())), tx -> {
            boolean deleted = tx.sql()
                            .deleteFrom(TOKEN)
                            .where(scope.of(TOKEN.TENANT_ID), isAsItWas(token))
                            .execute()
                    > 0;
            if (deleted) {
                by.record(tx, AuditEntry.deleted(ENTITY, token.id(), token.token()));
            }
            return deleted;
        });
    }

    /**
     * Writes all or none.
     *
     * @return empty: all were written; else the position of the first that was changed by somebody else meanwhile, or has a value
     *     of another token
     */
    public Optional<Integer> putAll(Scope scope, List<Change> changes, Instant now, Recording by) {
        return write(scope, changes, tx -> {
            for (int i = 0; i < changes.size(); i++) {
                if (!isAsItWas(tx, changes.get(i)) || inUse(tx.sql(), scope, changes.get(i)) != null) {
                    return Optional.of(i);
                }
            }
            changes.forEach(change -> put(tx, scope, change, now, by));
            return Optional.empty();
        });
    }

    private static boolean isAsItWas(Tx tx, Change change) {
        StoredToken before = change.before();
        return before == null || tx.sql().fetchExists(TOKEN, isAsItWas(before));
    }

    /** The time of its last change tells, because each change moves it on: {@link #changedAt}. */
    private static Condition isAsItWas(StoredToken before) {
        return TOKEN.ID.eq(before.id()).and(TOKEN.UPDATED_AT.eq(before.updatedAt()));
    }

    /** Later than the last change, even where the clock was set back or two come within its smallest step. */
    private static Instant changedAt(StoredToken before, Instant now) {
        Instant step = now.truncatedTo(ChronoUnit.MICROS);
        return step.isAfter(before.updatedAt()) ? step : before.updatedAt().plus(1, ChronoUnit.MICROS);
    }

    private <T> T write(Scope scope, List<Change> changes, GroupCommit.Work<T> work) {
        try {
            return commits.write(scope, LANE, work);
        } finally { // also when nobody knows whether they were written
            changes.stream()
                    .flatMap(change -> Stream.concat(
                            change.after().keys(),
                            change.before() == null
                                    ? Stream.of()
                                    : change.before().token().keys()))
                    .forEach(key -> cache.forget(new Value(scope.tenant(), key)));
        }
    }

    private static Written put(Tx tx, Scope scope, Change change, Instant now, Recording by) {
        Written taken = inUse(tx.sql(), scope, change);
        if (taken != null) {
            return taken;
        }
        StoredToken before = change.before();
        Token token = change.after();
        Long id = before == null ? insert(tx, scope, token, now) : update(tx, scope, before, token, now);
        if (id == null) {
            return Written.nothing();
        }
        if (before == null || !before.token().alsoKnownAs().equals(token.alsoKnownAs())) {
            SqlTokenRow.writeAliases(tx, scope, id, token);
            if (before != null) {
                SqlUnknownTokenStore.forget(tx, scope, token.keys().toList());
            }
        }
        by.record(
                tx,
                before == null
                        ? AuditEntry.created(ENTITY, id, token)
                        : AuditEntry.changed(ENTITY, id, before.token(), token));
        return new Written(SqlTokenRow.read(tx.sql(), scope, TOKEN.ID.eq(id), 1).getFirst(), null, null);
    }

    private static @Nullable Long update(Tx tx, Scope scope, StoredToken before, Token token, Instant now) {
        int updated = tx.sql()
                .update(TOKEN)
                .set(SqlTokenRow.columns(token, changedAt(before, now)))
                .where(scope.of(TOKEN.TENANT_ID), isAsItWas(before))
                .execute();
        return updated == 0 ? null : before.id();
    }

    private static Long insert(Tx tx, Scope scope, Token token, Instant now) {
        SqlUnknownTokenStore.forget(tx, scope, token.keys().toList());
        return Objects.requireNonNull(tx.sql()
                .insertInto(TOKEN)
                .set(TOKEN.TENANT_ID, scope.tenant())
                .set(TOKEN.VALUE, token.value())
                .set(TOKEN.VALUE_KEY, token.key())
                .set(TOKEN.TYPE, token.type())
                .set(TOKEN.CREATED_AT, now)
                .set(SqlTokenRow.columns(token, now))
                .returningResult(TOKEN.ID)
                .fetchOne(TOKEN.ID));
    }

    /** Which token has one of the values already; a value may stand once for each type, a further value only once. */
    private static @Nullable Written inUse(DSLContext sql, Scope scope, Change change) {
        Token token = change.after();
        StoredToken before = change.before();
        List<String> keys = new ArrayList<>(token.keys().toList());
        for (StoredToken other : SqlTokenRow.named(sql, scope, keys)) {
            if (before != null && other.id() == before.id()) {
                continue;
            }
            String field = token.clash(other.token());
            if (field != null) {
                return new Written(null, field, other);
            }
        }
        return null;
    }
}
