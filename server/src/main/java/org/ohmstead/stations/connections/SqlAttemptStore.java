package org.ohmstead.stations.connections;

import static org.ohmstead.db.schema.Tables.CONNECTION_ATTEMPT;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.schema.tables.records.ConnectionAttemptRecord;

/** The rows of refused connection attempts. */
@Singleton
public class SqlAttemptStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlAttemptStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    long insert(AttemptRow row) {
        Attempt attempt = row.first();
        AttemptHint hint = row.hint();
        return commits.write(Scope.tenant(attempt.tenant()), GroupCommit.BACKGROUND, tx -> tx.sql()
                .insertInto(CONNECTION_ATTEMPT)
                .set(CONNECTION_ATTEMPT.TENANT_ID, attempt.tenant())
                .set(CONNECTION_ATTEMPT.ATTEMPTED_AT, attempt.at())
                .set(CONNECTION_ATTEMPT.REMOTE_ADDRESS, attempt.address())
                .set(CONNECTION_ATTEMPT.PATH, attempt.path())
                .set(CONNECTION_ATTEMPT.IDENTITY, attempt.identity())
                .set(CONNECTION_ATTEMPT.SUBPROTOCOLS, attempt.subprotocols())
                .set(CONNECTION_ATTEMPT.REASON, attempt.reason().word())
                .set(CONNECTION_ATTEMPT.DETAIL, attempt.detail())
                .set(CONNECTION_ATTEMPT.OCCURRED, row.occurred())
                .set(CONNECTION_ATTEMPT.LAST_AT, row.lastAt())
                .set(CONNECTION_ATTEMPT.HINT, hint == null ? null : hint.kind().word())
                .set(CONNECTION_ATTEMPT.HINT_VALUE, hint == null ? null : hint.value())
                .returning(CONNECTION_ATTEMPT.ID)
                .fetchSingle()
                .getId());
    }

    /** @return its id */
    long update(AttemptRow row) {
        commits.write(Scope.tenant(row.first().tenant()), GroupCommit.BACKGROUND, tx -> tx.sql()
                .update(CONNECTION_ATTEMPT)
                .set(CONNECTION_ATTEMPT.OCCURRED, row.occurred())
                .set(CONNECTION_ATTEMPT.LAST_AT, row.lastAt())
                .where(CONNECTION_ATTEMPT.ID.eq(row.id()))
                .execute());
        return row.id();
    }

    List<AttemptRow> before(Scope scope, long before, int rows) {
        return database.read(scope)
                .selectFrom(CONNECTION_ATTEMPT)
                .where(scope.of(CONNECTION_ATTEMPT.TENANT_ID), CONNECTION_ATTEMPT.ID.lt(before))
                .and(scope.isLimited() ? isOfOwnStation(scope) : DSL.noCondition())
                .orderBy(CONNECTION_ATTEMPT.ID.desc())
                .limit(rows)
                .fetch(row -> read(scope, row));
    }

    /** By the identity that was named, because nobody knows more of whom was turned away. */
    private static Condition isOfOwnStation(Scope scope) {
        return DSL.lower(CONNECTION_ATTEMPT.IDENTITY)
                .in(DSL.select(STATION.IDENTITY_KEY).from(STATION).where(scope.of(STATION.TENANT_ID, STATION.ID)));
    }

    private static @Nullable AttemptHint hint(Scope scope, ConnectionAttemptRecord row) {
        String word = row.getHint();
        if (word == null) {
            return null;
        }
        AttemptHint.Kind kind = AttemptHint.Kind.valueOf(word.toUpperCase(Locale.ROOT));
        return new AttemptHint(kind, scope.isLimited() && kind.namesStations() ? null : row.getHintValue());
    }

    private static AttemptRow read(Scope scope, ConnectionAttemptRecord row) {
        Attempt first = new Attempt(
                row.getTenantId(),
                row.getAttemptedAt(),
                row.getRemoteAddress(),
                row.getPath(),
                row.getIdentity(),
                row.getSubprotocols(),
                Attempt.Reason.valueOf(row.getReason().toUpperCase(Locale.ROOT)),
                row.getDetail());
        return new AttemptRow(row.getId(), first, row.getOccurred(), row.getLastAt(), hint(scope, row));
    }

    void pruneBefore(Instant end) {
        new OldRows(CONNECTION_ATTEMPT, CONNECTION_ATTEMPT.ID, CONNECTION_ATTEMPT.LAST_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }
}
