package org.ohmstead.tokens;

import static org.ohmstead.db.schema.Tables.TOKEN;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.GroupCommit;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.Tx;
import org.ohmstead.db.schema.tables.records.TokenRecord;

/** The tokens' table. */
@Singleton
public class SqlTokenStore {
    private static final TypeReference<List<Token.Place>> PLACES = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int CACHED = 200_000;

    private record Value(long tenant, String key) {}

    private final Database database;
    private final GroupCommit commits;
    /** Of each value the tokens of all types; an empty list: there is none. */
    private final RowCache<Value, List<StoredToken>> cache = new RowCache<>(CACHED);

    @Inject
    public SqlTokenStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** With a null type a token of any type; a card before anything else, since 1.6 stations read cards. */
    Optional<StoredToken> find(long tenant, String value, @Nullable String type) {
        Value key = new Value(tenant, Token.key(value));
        return Objects.requireNonNull(cache.get(key, () -> named(key))).stream()
                .filter(stored -> type == null || stored.token().type().equals(type))
                .findFirst();
    }

    private List<StoredToken> named(Value value) {
        return database.read()
                .selectFrom(TOKEN)
                .where(TOKEN.TENANT_ID.eq(value.tenant()).and(TOKEN.VALUE_KEY.eq(value.key())))
                .orderBy(DSL.when(TOKEN.TYPE.eq("ISO14443"), 0).otherwise(1), TOKEN.ID)
                .fetch(SqlTokenStore::stored);
    }

    Optional<StoredToken> get(long tenant, long id) {
        return database.read()
                .selectFrom(TOKEN)
                .where(TOKEN.TENANT_ID.eq(tenant).and(TOKEN.ID.eq(id)))
                .fetchOptional(SqlTokenStore::stored);
    }

    List<StoredToken> page(long tenant, TokenFilter filter, int rows, @Nullable Cursor after) {
        Condition where = TOKEN.TENANT_ID.eq(tenant);
        if (after != null) {
            where = where.and(TOKEN.ID.gt(after.id()));
        }
        if (filter.search() != null) {
            String part = filter.search();
            where = where.and(TOKEN.VALUE_KEY.contains(Token.key(part)).or(TOKEN.NOTE.containsIgnoreCase(part)));
        }
        if (filter.group() != null) {
            where = where.and(TOKEN.GROUP_KEY.eq(filter.group()));
        }
        if (filter.blocked() != null) {
            where = where.and(TOKEN.IS_BLOCKED.eq(filter.blocked()));
        }
        return database.read()
                .selectFrom(TOKEN)
                .where(where)
                .orderBy(TOKEN.ID)
                .limit(rows)
                .fetch(SqlTokenStore::stored);
    }

    /** @return empty where value and type stand already */
    Optional<StoredToken> create(long tenant, Token token, Instant now) {
        boolean created = write(tenant, List.of(token), tx -> insert(tx, tenant, token, now));
        return created ? find(tenant, token.value(), token.type()) : Optional.empty();
    }

    /** @return empty where there is none */
    Optional<StoredToken> change(long tenant, long id, Token token, Instant now) {
        List<Token> known = get(tenant, id).map(StoredToken::token).stream().toList();
        int changed = write(tenant, known, tx -> tx.sql()
                .update(TOKEN)
                .set(columns(token, now))
                .where(TOKEN.TENANT_ID.eq(tenant).and(TOKEN.ID.eq(id)))
                .execute());
        return changed == 0 ? Optional.empty() : get(tenant, id);
    }

    boolean delete(long tenant, long id) {
        List<Token> known = get(tenant, id).map(StoredToken::token).stream().toList();
        return write(tenant, known, tx -> tx.sql()
                        .deleteFrom(TOKEN)
                        .where(TOKEN.TENANT_ID.eq(tenant).and(TOKEN.ID.eq(id)))
                        .execute())
                > 0;
    }

    /** @return how many were new */
    int upsertAll(long tenant, List<Token> tokens, Instant now) {
        return write(tenant, tokens, tx -> upsertAll(tx, tenant, tokens, now));
    }

    private <T> T write(long tenant, List<Token> tokens, GroupCommit.Work<T> work) {
        try {
            return commits.write(0, work);
        } finally { // also when nobody knows whether they were written
            tokens.forEach(token -> cache.forget(new Value(tenant, token.key())));
        }
    }

    private static int upsertAll(Tx tx, long tenant, List<Token> tokens, Instant now) {
        int created = 0;
        for (Token token : tokens) {
            if (insert(tx, tenant, token, now)) {
                created++;
            } else {
                tx.sql()
                        .update(TOKEN)
                        .set(columns(token, now))
                        .where(TOKEN.TENANT_ID.eq(tenant))
                        .and(TOKEN.VALUE_KEY.eq(token.key()))
                        .and(TOKEN.TYPE.eq(token.type()))
                        .execute();
            }
        }
        return created;
    }

    private static boolean insert(Tx tx, long tenant, Token token, Instant now) {
        return tx.sql()
                        .insertInto(TOKEN)
                        .set(TOKEN.TENANT_ID, tenant)
                        .set(TOKEN.VALUE, token.value())
                        .set(TOKEN.VALUE_KEY, token.key())
                        .set(TOKEN.TYPE, token.type())
                        .set(TOKEN.CREATED_AT, now)
                        .set(columns(token, now))
                        .onConflict(TOKEN.TENANT_ID, TOKEN.VALUE_KEY, TOKEN.TYPE)
                        .doNothing()
                        .execute()
                > 0;
    }

    /** All that may change. */
    private static Map<Field<?>, @Nullable Object> columns(Token token, Instant now) {
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(TOKEN.GROUP_KEY, token.group());
        columns.put(TOKEN.IS_BLOCKED, token.blocked());
        columns.put(TOKEN.EXPIRES_AT, token.expiresAt());
        columns.put(TOKEN.MAX_SESSIONS, token.maxSessions());
        columns.put(TOKEN.ALLOWED_JSON, token.allowed().isEmpty() ? null : json(token.allowed()));
        columns.put(TOKEN.PRIORITY, token.priority());
        columns.put(TOKEN.LANGUAGE, token.language());
        columns.put(TOKEN.PERSONAL_MESSAGE, token.personalMessage());
        columns.put(TOKEN.NOTE, token.note());
        columns.put(TOKEN.UPDATED_AT, now);
        return columns;
    }

    private static StoredToken stored(TokenRecord row) {
        Token token = new Token(
                row.getValue(),
                row.getType(),
                row.getGroupKey(),
                row.getIsBlocked(),
                row.getExpiresAt(),
                row.getMaxSessions(),
                places(row.getAllowedJson()),
                row.getPriority(),
                row.getLanguage(),
                row.getPersonalMessage(),
                row.getNote());
        return new StoredToken(row.getId(), token, row.getCreatedAt(), row.getUpdatedAt());
    }

    private static String json(List<Token.Place> places) {
        try {
            return JSON.writeValueAsString(places);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Token.Place> places(@Nullable String json) {
        try {
            return json == null ? List.of() : JSON.readValue(json, PLACES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
