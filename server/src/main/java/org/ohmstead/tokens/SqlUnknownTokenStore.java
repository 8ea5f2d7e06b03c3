package org.ohmstead.tokens;

import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.UNKNOWN_TOKEN;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Refused;
import org.ohmstead.api.TimeText;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;

/** The rows of tokens that nobody has registered. */
@Singleton
public class SqlUnknownTokenStore {
    /** So many a tenant may have; the oldest ones go. */
    private static final int MOST = 1000;

    private static final int LANE = 0;

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlUnknownTokenStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** Adds to what stands there, unless the token has been registered meanwhile. */
    void add(Scope scope, List<UnknownToken> seen) {
        commits.write(scope, LANE, tx -> {
            seen.forEach(one -> add(tx, scope, one));
            tx.sql()
                    .select(UNKNOWN_TOKEN.LAST_AT, UNKNOWN_TOKEN.VALUE_KEY, UNKNOWN_TOKEN.TYPE)
                    .from(UNKNOWN_TOKEN)
                    .where(scope.of(UNKNOWN_TOKEN.TENANT_ID))
                    .orderBy(UNKNOWN_TOKEN.LAST_AT.desc(), UNKNOWN_TOKEN.VALUE_KEY.desc(), UNKNOWN_TOKEN.TYPE.desc())
                    .limit(1)
                    .offset(MOST)
                    .fetchOptional()
                    .ifPresent(last -> tx.sql()
                            .deleteFrom(UNKNOWN_TOKEN)
                            .where(scope.of(UNKNOWN_TOKEN.TENANT_ID))
                            .and(DSL.row(UNKNOWN_TOKEN.LAST_AT, UNKNOWN_TOKEN.VALUE_KEY, UNKNOWN_TOKEN.TYPE)
                                    .le(last.value1(), last.value2(), last.value3()))
                            .execute());
            return null;
        });
    }

    private static void add(Tx tx, Scope scope, UnknownToken one) {
        String type = one.type() == null ? "" : one.type();
        boolean known = TokenTypes.choose(
                        SqlTokenRow.named(tx.sql(), scope, List.of(Token.key(one.value()))), one.type())
                .isPresent();
        if (known) {
            return;
        }
        tx.sql()
                .insertInto(UNKNOWN_TOKEN)
                .set(UNKNOWN_TOKEN.TENANT_ID, scope.tenant())
                .set(UNKNOWN_TOKEN.VALUE_KEY, Token.key(one.value()))
                .set(UNKNOWN_TOKEN.TYPE, type)
                .set(UNKNOWN_TOKEN.VALUE, one.value())
                .set(UNKNOWN_TOKEN.STATION, one.station())
                .set(UNKNOWN_TOKEN.FIRST_AT, one.firstAt())
                .set(UNKNOWN_TOKEN.LAST_AT, one.lastAt())
                .set(UNKNOWN_TOKEN.OCCURRED, one.occurred())
                .onConflict(UNKNOWN_TOKEN.TENANT_ID, UNKNOWN_TOKEN.VALUE_KEY, UNKNOWN_TOKEN.TYPE)
                .doUpdate()
                .set(UNKNOWN_TOKEN.VALUE, one.value())
                .set(UNKNOWN_TOKEN.STATION, one.station())
                .set(UNKNOWN_TOKEN.LAST_AT, one.lastAt())
                .set(UNKNOWN_TOKEN.OCCURRED, UNKNOWN_TOKEN.OCCURRED.plus(one.occurred()))
                .execute();
    }

    /** With the token that they now are. */
    static void forget(Tx tx, Scope scope, List<String> keys) {
        tx.sql()
                .deleteFrom(UNKNOWN_TOKEN)
                .where(scope.of(UNKNOWN_TOKEN.TENANT_ID).and(UNKNOWN_TOKEN.VALUE_KEY.in(keys)))
                .execute();
    }

    /** Those that were presented last come first; who is limited to groups sees what was presented last at their stations. */
    List<UnknownToken> page(Scope scope, @Nullable String station, int rows, @Nullable Cursor after) {
        Condition where = scope.of(UNKNOWN_TOKEN.TENANT_ID);
        if (station != null) {
            where = where.and(UNKNOWN_TOKEN.STATION.equalIgnoreCase(station));
        }
        if (scope.isLimited()) {
            where = where.and(UNKNOWN_TOKEN.STATION.in(
                    DSL.select(STATION.IDENTITY).from(STATION).where(scope.of(STATION.TENANT_ID, STATION.ID))));
        }
        return database.read(scope)
                .selectFrom(UNKNOWN_TOKEN)
                .where(where.and(behind(after)))
                .orderBy(UNKNOWN_TOKEN.LAST_AT.desc(), UNKNOWN_TOKEN.VALUE_KEY.desc(), UNKNOWN_TOKEN.TYPE.desc())
                .limit(rows)
                .fetch(row -> new UnknownToken(
                        row.getValue(),
                        row.getType().isEmpty() ? null : row.getType(),
                        row.getStation(),
                        row.getFirstAt(),
                        row.getLastAt(),
                        row.getOccurred()));
    }

    private static Condition behind(@Nullable Cursor after) {
        if (after == null) {
            return DSL.noCondition();
        }
        try {
            return DSL.row(UNKNOWN_TOKEN.LAST_AT, UNKNOWN_TOKEN.VALUE_KEY, UNKNOWN_TOKEN.TYPE)
                    .lt(TimeText.parse(after.key(0, 3)), after.key(1, 3), after.key(2, 3));
        } catch (DateTimeException e) {
            throw Refused.invalid(
                    "cursor", "cursor is none of this list. Take it unchanged from next of the page before.");
        }
    }
}
