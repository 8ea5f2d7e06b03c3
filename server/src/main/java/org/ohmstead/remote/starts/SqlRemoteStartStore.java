package org.ohmstead.remote.starts;

import static org.ohmstead.db.schema.Tables.REMOTE_START;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** The table of remote starts. */
@Singleton
public class SqlRemoteStartStore {
    /** More that wait for their session at one station are not looked at. */
    private static final int MOST = 50;

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlRemoteStartStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** The one that a command is; made where there is none yet. */
    RemoteStart of(Tx tx, StoredCommand command, RemoteStart.Wanted wanted, RemoteStartState state) {
        StationRef station = command.station();
        int made = tx.sql()
                .insertInto(REMOTE_START)
                .set(REMOTE_START.TENANT_ID, station.tenant())
                .set(REMOTE_START.STATION_ID, station.id())
                .set(REMOTE_START.COMMAND_ID, command.id())
                .set(REMOTE_START.NUMBER, wanted.number())
                .set(REMOTE_START.TOKEN, wanted.token())
                .set(REMOTE_START.TOKEN_TYPE, wanted.type())
                .set(REMOTE_START.GROUP_TOKEN, wanted.group())
                .set(REMOTE_START.EVSE, wanted.evse())
                .set(REMOTE_START.STATE, state.word())
                .set(REMOTE_START.ACTOR, command.by().word())
                .set(REMOTE_START.REQUESTED_AT, command.sentAt() == null ? command.createdAt() : command.sentAt())
                .onConflict(REMOTE_START.TENANT_ID, REMOTE_START.COMMAND_ID)
                .doNothing()
                .execute();
        RemoteStart start = select(
                        tx.sql(),
                        REMOTE_START.TENANT_ID.eq(station.tenant()).and(REMOTE_START.COMMAND_ID.eq(command.id())))
                .fetchSingle(SqlRemoteStartStore::read);
        if (made > 0) {
            outbox.append(tx, RemoteStartChanged.of(start));
        }
        return start;
    }

    /** Keeps what became of one, and tells of it. */
    void put(Tx tx, RemoteStart before, RemoteStart after) {
        if (after.equals(before)) {
            return;
        }
        RemoteStart.Times times = after.times();
        tx.sql()
                .update(REMOTE_START)
                .set(REMOTE_START.STATE, after.state().word())
                .set(REMOTE_START.NOTE, after.note())
                .set(REMOTE_START.TRANSACTION_ID, after.transaction())
                .set(REMOTE_START.SESSION_ID, after.session())
                .set(REMOTE_START.REQUESTED_AT, times.requested())
                .set(REMOTE_START.ACCEPTED_AT, times.accepted())
                .set(REMOTE_START.PLUGGED_AT, times.plugged())
                .set(REMOTE_START.STARTED_AT, times.started())
                .set(REMOTE_START.EXPIRES_AT, times.expires())
                .set(REMOTE_START.ENDED_AT, times.ended())
                .where(of(after))
                .execute();
        if (after.state() != before.state()) {
            outbox.append(tx, RemoteStartChanged.of(after));
        }
    }

    /**
     * Changes one in a unit of work of its own; nothing where it is gone.
     *
     * @param rule what becomes of it; it may be asked again
     */
    void change(StationRef station, long id, Function<RemoteStart, RemoteStart> rule) {
        commits.write(station.scope(), station.id(), tx -> {
            select(tx.sql(), REMOTE_START.TENANT_ID.eq(station.tenant()).and(REMOTE_START.ID.eq(id)))
                    .fetchOptional(SqlRemoteStartStore::read)
                    .ifPresent(before -> put(tx, before, rule.apply(before)));
            return true;
        });
    }

    private static Condition of(RemoteStart start) {
        return REMOTE_START
                .TENANT_ID
                .eq(start.station().tenant())
                .and(REMOTE_START.STATION_ID.eq(start.station().id()))
                .and(REMOTE_START.ID.eq(start.id()));
    }

    /** Of a station, that have no session yet and were not rejected, the newest first. */
    List<RemoteStart> unjoined(StationRef station, Instant since) {
        return select(
                        station.scope(),
                        REMOTE_START
                                .STATION_ID
                                .eq(station.id())
                                .and(REMOTE_START.SESSION_ID.isNull())
                                .and(REMOTE_START.STATE.ne(DSL.inline(RemoteStartState.REJECTED.word())))
                                .and(REMOTE_START.REQUESTED_AT.ge(since)))
                .orderBy(REMOTE_START.ID.desc())
                .limit(MOST)
                .fetch(SqlRemoteStartStore::read);
    }

    /** Of a station, that led to a session, the newest first. */
    List<RemoteStart> joined(StationRef station, Instant since) {
        return select(
                        station.scope(),
                        REMOTE_START
                                .STATION_ID
                                .eq(station.id())
                                .and(REMOTE_START.SESSION_ID.isNotNull())
                                .and(REMOTE_START.REQUESTED_AT.ge(since)))
                .orderBy(REMOTE_START.ID.desc())
                .limit(MOST)
                .fetch(SqlRemoteStartStore::read);
    }

    /** Whether a remote start has led to that session of the station already. */
    boolean isJoined(StationRef station, long session) {
        return database.read(station.scope())
                .fetchExists(
                        REMOTE_START,
                        REMOTE_START.TENANT_ID.eq(station.tenant()),
                        REMOTE_START.STATION_ID.eq(station.id()),
                        REMOTE_START.SESSION_ID.eq(session));
    }

    /** Whether a remote start of the station has that remoteStartId. */
    boolean isTaken(StationRef station, long number) {
        return database.read(station.scope())
                .fetchExists(
                        REMOTE_START,
                        REMOTE_START.TENANT_ID.eq(station.tenant()),
                        REMOTE_START.STATION_ID.eq(station.id()),
                        REMOTE_START.NUMBER.eq(number));
    }

    Optional<RemoteStart> find(Scope scope, long id) {
        return select(
                        scope,
                        scope.of(REMOTE_START.TENANT_ID, REMOTE_START.STATION_ID)
                                .and(REMOTE_START.ID.eq(id)))
                .fetchOptional(SqlRemoteStartStore::read);
    }

    Optional<RemoteStart> byCommand(Scope scope, long command) {
        return select(
                        scope,
                        scope.of(REMOTE_START.TENANT_ID, REMOTE_START.STATION_ID)
                                .and(REMOTE_START.COMMAND_ID.eq(command)))
                .fetchOptional(SqlRemoteStartStore::read);
    }

    /** The newest first. */
    List<RemoteStart> page(Scope scope, RemoteStartFilter filter, int rows, @Nullable Cursor after) {
        Condition where =
                scope.of(REMOTE_START.TENANT_ID, REMOTE_START.STATION_ID).and(matches(filter));
        return select(scope, after == null ? where : where.and(REMOTE_START.ID.lt(after.id())))
                .orderBy(REMOTE_START.ID.desc())
                .limit(rows)
                .fetch(SqlRemoteStartStore::read);
    }

    private static Condition matches(RemoteStartFilter filter) {
        Condition where = DSL.noCondition();
        if (filter.station() != null) {
            where = where.and(REMOTE_START.STATION_ID.eq(filter.station()));
        }
        if (filter.state() != null) {
            where = where.and(REMOTE_START.STATE.eq(filter.state().word()));
        }
        if (filter.token() != null) {
            where = where.and(REMOTE_START.TOKEN.eq(filter.token()));
        }
        if (filter.session() != null) {
            where = where.and(REMOTE_START.SESSION_ID.eq(filter.session()));
        }
        if (filter.from() != null) {
            where = where.and(REMOTE_START.REQUESTED_AT.ge(filter.from()));
        }
        return filter.to() == null ? where : where.and(REMOTE_START.REQUESTED_AT.lt(filter.to()));
    }

    private SelectConditionStep<Record> select(Scope scope, Condition where) {
        return select(database.read(scope), scope.of(REMOTE_START.TENANT_ID).and(where));
    }

    private static SelectConditionStep<Record> select(DSLContext sql, Condition where) {
        return sql.select(REMOTE_START.asterisk(), STATION.IDENTITY)
                .from(REMOTE_START)
                .join(STATION)
                .on(STATION.ID.eq(REMOTE_START.STATION_ID))
                .where(where);
    }

    private static RemoteStart read(Record row) {
        return new RemoteStart(
                row.get(REMOTE_START.ID),
                new StationRef(
                        row.get(REMOTE_START.TENANT_ID), row.get(REMOTE_START.STATION_ID), row.get(STATION.IDENTITY)),
                row.get(REMOTE_START.COMMAND_ID),
                row.get(REMOTE_START.ACTOR),
                new RemoteStart.Wanted(
                        row.get(REMOTE_START.NUMBER),
                        row.get(REMOTE_START.TOKEN),
                        row.get(REMOTE_START.TOKEN_TYPE),
                        row.get(REMOTE_START.GROUP_TOKEN),
                        row.get(REMOTE_START.EVSE)),
                RemoteStartState.of(row.get(REMOTE_START.STATE)),
                row.get(REMOTE_START.NOTE),
                row.get(REMOTE_START.TRANSACTION_ID),
                row.get(REMOTE_START.SESSION_ID),
                new RemoteStart.Times(
                        row.get(REMOTE_START.REQUESTED_AT),
                        row.get(REMOTE_START.ACCEPTED_AT),
                        row.get(REMOTE_START.PLUGGED_AT),
                        row.get(REMOTE_START.STARTED_AT),
                        row.get(REMOTE_START.EXPIRES_AT),
                        row.get(REMOTE_START.ENDED_AT)));
    }

    void pruneBefore(Instant end) {
        new OldRows(REMOTE_START, REMOTE_START.ID, REMOTE_START.REQUESTED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }
}
