package org.ohmstead.tokens;

import static org.ohmstead.db.schema.Tables.TOKEN;
import static org.ohmstead.db.schema.Tables.TOKEN_ALIAS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.TokenRecord;

/** Rows of {@code token} and {@code token_alias} as a {@link StoredToken}, and back. */
final class SqlTokenRow {
    private static final TypeReference<List<Token.Place>> PLACES = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private SqlTokenRow() {}

    /** In the order in which they were created. */
    static List<StoredToken> read(DSLContext sql, Scope scope, Condition which, int rows) {
        return withAliases(
                sql,
                scope,
                sql.selectFrom(TOKEN)
                        .where(scope.of(TOKEN.TENANT_ID).and(which))
                        .orderBy(TOKEN.ID)
                        .limit(rows)
                        .fetch());
    }

    /** The tokens that have one of these values, or are also known as it; a card before anything else. */
    static List<StoredToken> named(DSLContext sql, Scope scope, List<String> keys) {
        var ids = DSL.select(TOKEN.ID)
                .from(TOKEN)
                .where(scope.of(TOKEN.TENANT_ID).and(TOKEN.VALUE_KEY.in(keys)))
                .unionAll(DSL.select(TOKEN_ALIAS.TOKEN_ID)
                        .from(TOKEN_ALIAS)
                        .where(scope.of(TOKEN_ALIAS.TENANT_ID).and(TOKEN_ALIAS.VALUE_KEY.in(keys))));
        List<StoredToken> found = new ArrayList<>(withAliases(
                sql, scope, sql.selectFrom(TOKEN).where(TOKEN.ID.in(ids)).fetch()));
        found.sort(TokenTypes.CARDS_FIRST);
        return List.copyOf(found);
    }

    private static List<StoredToken> withAliases(DSLContext sql, Scope scope, List<TokenRecord> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<String>> aliases = sql.select(TOKEN_ALIAS.TOKEN_ID, TOKEN_ALIAS.VALUE)
                .from(TOKEN_ALIAS)
                .where(scope.of(TOKEN_ALIAS.TENANT_ID))
                .and(TOKEN_ALIAS.TOKEN_ID.in(
                        rows.stream().map(TokenRecord::getId).toList()))
                .orderBy(TOKEN_ALIAS.TOKEN_ID, TOKEN_ALIAS.VALUE_KEY)
                .fetchGroups(TOKEN_ALIAS.TOKEN_ID, TOKEN_ALIAS.VALUE);
        return rows.stream()
                .map(row -> stored(row, aliases.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    static void writeAliases(Tx tx, Scope scope, long id, Token token) {
        tx.sql().deleteFrom(TOKEN_ALIAS).where(TOKEN_ALIAS.TOKEN_ID.eq(id)).execute();
        for (String alias : token.alsoKnownAs()) {
            tx.sql()
                    .insertInto(TOKEN_ALIAS)
                    .set(TOKEN_ALIAS.TENANT_ID, scope.tenant())
                    .set(TOKEN_ALIAS.VALUE_KEY, Token.key(alias))
                    .set(TOKEN_ALIAS.VALUE, alias)
                    .set(TOKEN_ALIAS.TOKEN_ID, id)
                    .execute();
        }
    }

    /** All that may change, but for its further values. */
    static Map<Field<?>, @Nullable Object> columns(Token token, Instant now) {
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

    private static StoredToken stored(TokenRecord row, List<String> aliases) {
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
                row.getNote(),
                aliases);
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
