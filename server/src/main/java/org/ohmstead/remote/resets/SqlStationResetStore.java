package org.ohmstead.remote.resets;

import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.STATION_RESET;

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

/** The table of resets. */
@Singleton
public class SqlStationResetStore {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlStationResetStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** The one that a command is; made where there is none yet. */
    StationReset of(Tx tx, StoredCommand command, ResetType type, @Nullable Integer evse, ResetState state) {
        StationRef station = command.station();
        int made = tx.sql()
                .insertInto(STATION_RESET)
                .set(STATION_RESET.TENANT_ID, station.tenant())
                .set(STATION_RESET.STATION_ID, station.id())
                .set(STATION_RESET.COMMAND_ID, command.id())
                .set(STATION_RESET.TYPE, type.word())
                .set(STATION_RESET.EVSE, evse)
                .set(STATION_RESET.STATE, state.word())
                .set(STATION_RESET.ACTOR, command.by().word())
                .set(STATION_RESET.REQUESTED_AT, command.sentAt() == null ? command.createdAt() : command.sentAt())
                .onConflict(STATION_RESET.TENANT_ID, STATION_RESET.COMMAND_ID)
                .doNothing()
                .execute();
        StationReset reset = select(
                        tx.sql(),
                        STATION_RESET.TENANT_ID.eq(station.tenant()).and(STATION_RESET.COMMAND_ID.eq(command.id())))
                .fetchSingle(SqlStationResetStore::read);
        if (made > 0) {
            outbox.append(tx, StationResetChanged.of(reset));
        }
        return reset;
    }

    /** Keeps what became of one, and tells of it. */
    void put(Tx tx, StationReset before, StationReset after) {
        if (after.equals(before)) {
            return;
        }
        StationReset.Times times = after.times();
        tx.sql()
                .update(STATION_RESET)
                .set(STATION_RESET.STATE, after.state().word())
                .set(STATION_RESET.NOTE, after.note())
                .set(STATION_RESET.BOOT_REASON, after.bootReason())
                .set(STATION_RESET.REQUESTED_AT, times.requested())
                .set(STATION_RESET.ANSWERED_AT, times.answered())
                .set(STATION_RESET.REBOOTED_AT, times.rebooted())
                .set(STATION_RESET.EXPIRES_AT, times.expires())
                .set(STATION_RESET.ENDED_AT, times.ended())
                .where(STATION_RESET.TENANT_ID.eq(after.station().tenant()))
                .and(STATION_RESET.STATION_ID.eq(after.station().id()))
                .and(STATION_RESET.ID.eq(after.id()))
                .execute();
        if (after.state() != before.state()) {
            outbox.append(tx, StationResetChanged.of(after));
        }
    }

    /**
     * Changes one in a unit of work of its own; nothing where it is gone.
     *
     * @param rule what becomes of it; it may be asked again
     */
    void change(StationRef station, long id, Function<StationReset, StationReset> rule) {
        commits.write(station.scope(), station.id(), tx -> {
            select(tx.sql(), STATION_RESET.TENANT_ID.eq(station.tenant()).and(STATION_RESET.ID.eq(id)))
                    .fetchOptional(SqlStationResetStore::read)
                    .ifPresent(before -> put(tx, before, rule.apply(before)));
            return true;
        });
    }

    /** Of a station, the newest first. */
    List<StationReset> of(StationRef station, Instant since) {
        return select(
                        station.scope(),
                        STATION_RESET.STATION_ID.eq(station.id()).and(STATION_RESET.REQUESTED_AT.ge(since)))
                .orderBy(STATION_RESET.ID.desc())
                .limit(20)
                .fetch(SqlStationResetStore::read);
    }

    Optional<StationReset> find(Scope scope, long id) {
        return select(
                        scope,
                        scope.of(STATION_RESET.TENANT_ID, STATION_RESET.STATION_ID)
                                .and(STATION_RESET.ID.eq(id)))
                .fetchOptional(SqlStationResetStore::read);
    }

    Optional<StationReset> byCommand(Scope scope, long command) {
        return select(
                        scope,
                        scope.of(STATION_RESET.TENANT_ID, STATION_RESET.STATION_ID)
                                .and(STATION_RESET.COMMAND_ID.eq(command)))
                .fetchOptional(SqlStationResetStore::read);
    }

    /** The newest first. */
    List<StationReset> page(Scope scope, StationResetFilter filter, int rows, @Nullable Cursor after) {
        Condition where = scope.of(STATION_RESET.TENANT_ID, STATION_RESET.STATION_ID)
                .and(filter.station() == null ? DSL.noCondition() : STATION_RESET.STATION_ID.eq(filter.station()))
                .and(
                        filter.state() == null
                                ? DSL.noCondition()
                                : STATION_RESET.STATE.eq(filter.state().word()))
                .and(filter.from() == null ? DSL.noCondition() : STATION_RESET.REQUESTED_AT.ge(filter.from()))
                .and(filter.to() == null ? DSL.noCondition() : STATION_RESET.REQUESTED_AT.lt(filter.to()));
        return select(scope, after == null ? where : where.and(STATION_RESET.ID.lt(after.id())))
                .orderBy(STATION_RESET.ID.desc())
                .limit(rows)
                .fetch(SqlStationResetStore::read);
    }

    private SelectConditionStep<Record> select(Scope scope, Condition where) {
        return select(database.read(scope), scope.of(STATION_RESET.TENANT_ID).and(where));
    }

    private static SelectConditionStep<Record> select(DSLContext sql, Condition where) {
        return sql.select(STATION_RESET.asterisk(), STATION.IDENTITY)
                .from(STATION_RESET)
                .join(STATION)
                .on(STATION.ID.eq(STATION_RESET.STATION_ID))
                .where(where);
    }

    private static StationReset read(Record row) {
        return new StationReset(
                row.get(STATION_RESET.ID),
                new StationRef(
                        row.get(STATION_RESET.TENANT_ID), row.get(STATION_RESET.STATION_ID), row.get(STATION.IDENTITY)),
                row.get(STATION_RESET.COMMAND_ID),
                row.get(STATION_RESET.ACTOR),
                ResetType.of(row.get(STATION_RESET.TYPE)),
                row.get(STATION_RESET.EVSE),
                ResetState.of(row.get(STATION_RESET.STATE)),
                row.get(STATION_RESET.NOTE),
                row.get(STATION_RESET.BOOT_REASON),
                new StationReset.Times(
                        row.get(STATION_RESET.REQUESTED_AT),
                        row.get(STATION_RESET.ANSWERED_AT),
                        row.get(STATION_RESET.REBOOTED_AT),
                        row.get(STATION_RESET.EXPIRES_AT),
                        row.get(STATION_RESET.ENDED_AT)));
    }

    void pruneBefore(Instant end) {
        new OldRows(STATION_RESET, STATION_RESET.ID, STATION_RESET.REQUESTED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }
}
