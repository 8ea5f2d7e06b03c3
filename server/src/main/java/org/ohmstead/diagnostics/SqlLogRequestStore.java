package org.ohmstead.diagnostics;

import static org.ohmstead.db.schema.Tables.LOG_REQUEST;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** The rows of requests for logs. */
@Singleton
public class SqlLogRequestStore {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlLogRequestStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    <T extends @Nullable Object> T write(StationRef station, GroupCommit.Work<T> unit) {
        return commits.write(station.scope(), station.id(), unit);
    }

    /** @return the one of its number: it, or one that stood already */
    LogRequest insert(Tx tx, LogRequest request) {
        LogRequest.Wanted wanted = request.wanted();
        int added = tx.sql()
                .insertInto(LOG_REQUEST)
                .set(LOG_REQUEST.TENANT_ID, request.station().tenant())
                .set(LOG_REQUEST.STATION_ID, request.station().id())
                .set(LOG_REQUEST.REQUEST_NUMBER, (long) request.number())
                .set(LOG_REQUEST.KIND, wanted.kind().word())
                .set(LOG_REQUEST.ACTION, request.sent().action())
                .set(LOG_REQUEST.FROM_AT, wanted.from())
                .set(LOG_REQUEST.TO_AT, wanted.to())
                .set(LOG_REQUEST.RETRIES, wanted.retries())
                .set(LOG_REQUEST.RETRY_SECONDS, wanted.retrySeconds())
                .set(LOG_REQUEST.LINK_ID, request.sent().link())
                .set(LOG_REQUEST.COMMAND_ID, request.sent().command())
                .set(LOG_REQUEST.STATE, request.state().word())
                .set(LOG_REQUEST.CREATED_BY, request.by())
                .set(LOG_REQUEST.CREATED_AT, request.createdAt())
                .set(LOG_REQUEST.UPDATED_AT, request.createdAt())
                .onConflict(LOG_REQUEST.TENANT_ID, LOG_REQUEST.STATION_ID, LOG_REQUEST.REQUEST_NUMBER)
                .doNothing()
                .execute();
        LogRequest standing = byNumber(tx, request.station(), request.number()).orElseThrow();
        if (added > 0) {
            outbox.append(tx, LogRequestChanged.of(standing));
        }
        return standing;
    }

    /** Tells of it where its state is another now. */
    void update(Tx tx, LogRequest before, LogRequest after) {
        LogRequest.Progress progress = after.progress();
        tx.sql()
                .update(LOG_REQUEST)
                .set(LOG_REQUEST.ACTION, after.sent().action())
                .set(LOG_REQUEST.COMMAND_ID, after.sent().command())
                .set(LOG_REQUEST.STATE, progress.state().word())
                .set(LOG_REQUEST.STATUS, progress.status())
                .set(LOG_REQUEST.REASON, progress.reason())
                .set(LOG_REQUEST.FILE_NAME, progress.fileName())
                .set(LOG_REQUEST.FILE_ID, progress.file())
                .set(LOG_REQUEST.UPDATED_AT, progress.updatedAt())
                .set(LOG_REQUEST.ENDED_AT, progress.endedAt())
                .where(LOG_REQUEST.TENANT_ID.eq(after.station().tenant()), LOG_REQUEST.ID.eq(after.id()))
                .execute();
        if (before.state() != after.state()) {
            outbox.append(tx, LogRequestChanged.of(after));
        }
    }

    Optional<LogRequest> find(Scope scope, long id) {
        return select(
                        database.read(scope),
                        scope.of(LOG_REQUEST.TENANT_ID, LOG_REQUEST.STATION_ID).and(LOG_REQUEST.ID.eq(id)))
                .fetchOptional(SqlLogRequestStore::read);
    }

    Optional<LogRequest> byNumber(StationRef station, int number) {
        return select(database.read(station.scope()), of(station).and(LOG_REQUEST.REQUEST_NUMBER.eq((long) number)))
                .fetchOptional(SqlLogRequestStore::read);
    }

    static Optional<LogRequest> find(Tx tx, StationRef station, long id) {
        return select(tx.sql(), of(station).and(LOG_REQUEST.ID.eq(id))).fetchOptional(SqlLogRequestStore::read);
    }

    static Optional<LogRequest> byNumber(Tx tx, StationRef station, int number) {
        return select(tx.sql(), of(station).and(LOG_REQUEST.REQUEST_NUMBER.eq((long) number)))
                .fetchOptional(SqlLogRequestStore::read);
    }

    static Optional<LogRequest> byLink(Tx tx, StationRef station, long link) {
        return select(tx.sql(), of(station).and(LOG_REQUEST.LINK_ID.eq(link))).fetchOptional(SqlLogRequestStore::read);
    }

    static Optional<LogRequest> byCommand(Tx tx, StationRef station, long command) {
        return select(tx.sql(), of(station).and(LOG_REQUEST.COMMAND_ID.eq(command)))
                .fetchOptional(SqlLogRequestStore::read);
    }

    /** That the station was told last by an action, and has not refused. */
    static Optional<LogRequest> newest(Tx tx, StationRef station, String action) {
        return select(
                        tx.sql(),
                        of(station)
                                .and(LOG_REQUEST.ACTION.eq(action))
                                .and(LOG_REQUEST.STATE.ne(LogState.REFUSED.word())))
                .orderBy(LOG_REQUEST.ID.desc())
                .limit(1)
                .fetchOptional(SqlLogRequestStore::read);
    }

    /** Before another one, by the same action, that go on. */
    static List<LogRequest> openBefore(Tx tx, LogRequest newer) {
        return select(tx.sql(), of(newer.station()).and(isOpen()))
                .and(LOG_REQUEST.ACTION.eq(newer.sent().action()))
                .and(LOG_REQUEST.ID.lt(newer.id()))
                .fetch(SqlLogRequestStore::read);
    }

    /** Of all tenants, of which nothing was heard since then. */
    List<LogRequest> silentSince(Instant then, int rows) {
        return select(database.read(Scope.everywhere()), isOpen().and(LOG_REQUEST.UPDATED_AT.lt(then)))
                .orderBy(LOG_REQUEST.ID)
                .limit(rows)
                .fetch(SqlLogRequestStore::read);
    }

    private static Condition isOpen() {
        Collection<String> open = EnumSet.allOf(LogState.class).stream()
                .filter(state -> !state.isEnd())
                .map(LogState::word)
                .toList();
        return LOG_REQUEST.STATE.in(open);
    }

    /** The newest first. @param station null: of all that are visible */
    List<LogRequest> page(
            Scope scope, @Nullable StationRef station, @Nullable LogState state, int rows, @Nullable Cursor after) {
        Condition where = scope.of(LOG_REQUEST.TENANT_ID, LOG_REQUEST.STATION_ID);
        if (station != null) {
            where = where.and(of(station));
        }
        if (state != null) {
            where = where.and(LOG_REQUEST.STATE.eq(state.word()));
        }
        if (after != null) {
            where = where.and(LOG_REQUEST.ID.lt(after.id()));
        }
        return select(database.read(scope), where)
                .orderBy(LOG_REQUEST.ID.desc())
                .limit(rows)
                .fetch(SqlLogRequestStore::read);
    }

    void pruneBefore(Instant end) {
        new OldRows(LOG_REQUEST, LOG_REQUEST.ID, LOG_REQUEST.UPDATED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    private static Condition of(StationRef station) {
        return LOG_REQUEST.TENANT_ID.eq(station.tenant()).and(LOG_REQUEST.STATION_ID.eq(station.id()));
    }

    private static SelectConditionStep<Record> select(DSLContext sql, Condition where) {
        return sql.select(LOG_REQUEST.fields())
                .select(STATION.IDENTITY)
                .from(LOG_REQUEST)
                .join(STATION)
                .on(STATION.ID.eq(LOG_REQUEST.STATION_ID))
                .where(where);
    }

    private static LogRequest read(Record row) {
        return new LogRequest(
                row.get(LOG_REQUEST.ID),
                new StationRef(
                        row.get(LOG_REQUEST.TENANT_ID), row.get(LOG_REQUEST.STATION_ID), row.get(STATION.IDENTITY)),
                row.get(LOG_REQUEST.REQUEST_NUMBER).intValue(),
                new LogRequest.Wanted(
                        LogKind.of(row.get(LOG_REQUEST.KIND)),
                        row.get(LOG_REQUEST.FROM_AT),
                        row.get(LOG_REQUEST.TO_AT),
                        row.get(LOG_REQUEST.RETRIES),
                        row.get(LOG_REQUEST.RETRY_SECONDS)),
                new LogRequest.Sent(
                        row.get(LOG_REQUEST.ACTION), row.get(LOG_REQUEST.LINK_ID), row.get(LOG_REQUEST.COMMAND_ID)),
                new LogRequest.Progress(
                        LogState.of(row.get(LOG_REQUEST.STATE)),
                        row.get(LOG_REQUEST.STATUS),
                        row.get(LOG_REQUEST.REASON),
                        row.get(LOG_REQUEST.FILE_NAME),
                        row.get(LOG_REQUEST.FILE_ID),
                        row.get(LOG_REQUEST.UPDATED_AT),
                        row.get(LOG_REQUEST.ENDED_AT)),
                row.get(LOG_REQUEST.CREATED_BY),
                row.get(LOG_REQUEST.CREATED_AT));
    }
}
