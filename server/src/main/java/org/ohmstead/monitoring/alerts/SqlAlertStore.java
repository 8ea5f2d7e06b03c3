package org.ohmstead.monitoring.alerts;

import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.STATION_ALERT;
import static org.ohmstead.db.schema.Tables.STATION_MONITOR;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.Growth;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The table of alerts. */
@Singleton
public class SqlAlertStore {
    /** So many of a station stay, the newest. */
    static final int MOST = 5_000;

    private final Database database;
    private final GroupCommit commits;
    private final Growth<StationRef> growth = new Growth<>(MOST / 10);

    @Inject
    public SqlAlertStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** With the station that it is of. */
    record Found(StationRef station, StationAlert alert) {}

    /** Of a monitor that is known. */
    Optional<Integer> severity(Tx tx, StationRef station, long monitor) {
        return tx.sql()
                .select(STATION_MONITOR.SEVERITY)
                .from(STATION_MONITOR)
                .where(STATION_MONITOR.TENANT_ID.eq(station.tenant()))
                .and(STATION_MONITOR.STATION_ID.eq(station.id()))
                .and(STATION_MONITOR.MONITOR_NUMBER.eq(monitor))
                .fetchOptional(STATION_MONITOR.SEVERITY);
    }

    /** The last one that this monitor has raised, or this place where no monitor has a number. */
    Optional<StationAlert> latest(Tx tx, StationRef station, @Nullable Integer monitor, String place) {
        return rows(tx.sql())
                .where(of(station))
                .and(same(monitor, place))
                .orderBy(STATION_ALERT.ID.desc())
                .limit(1)
                .fetchOptional(row -> alert(row));
    }

    private static Condition same(@Nullable Integer monitor, String place) {
        return STATION_ALERT
                .PLACE
                .eq(place)
                .and(
                        monitor == null
                                ? STATION_ALERT.MONITOR_NUMBER.isNull()
                                : STATION_ALERT.MONITOR_NUMBER.eq(monitor.longValue()));
    }

    StationAlert raise(
            Tx tx,
            StationRef station,
            @Nullable Integer monitor,
            String place,
            @Nullable Integer severity,
            JsonNode data,
            Instant at,
            Instant received) {
        Record row = tx.sql()
                .insertInto(STATION_ALERT)
                .set(STATION_ALERT.TENANT_ID, station.tenant())
                .set(STATION_ALERT.STATION_ID, station.id())
                .set(STATION_ALERT.MONITOR_NUMBER, monitor == null ? null : monitor.longValue())
                .set(STATION_ALERT.PLACE, place)
                .set(STATION_ALERT.SEVERITY, severity)
                .set(STATION_ALERT.EVENT_JSON, data.toString())
                .set(STATION_ALERT.EVENT_COUNT, 1)
                .set(STATION_ALERT.RAISED_AT, at)
                .set(STATION_ALERT.RECEIVED_AT, received)
                .set(STATION_ALERT.LAST_AT, at)
                .returning(STATION_ALERT.ID)
                .fetchOne();
        growth.add(station, 1);
        long id = Objects.requireNonNull(row).get(STATION_ALERT.ID);
        return new StationAlert(id, station.identity(), monitor, severity, data, 1, at, received, at, null, null);
    }

    /** The same is told once more. */
    void again(Tx tx, StationAlert alert, JsonNode data, Instant at) {
        boolean isLater = !at.isBefore(alert.lastAt());
        tx.sql()
                .update(STATION_ALERT)
                .set(STATION_ALERT.EVENT_COUNT, STATION_ALERT.EVENT_COUNT.plus(1))
                .set(STATION_ALERT.LAST_AT, isLater ? at : alert.lastAt())
                .set(
                        STATION_ALERT.EVENT_JSON,
                        isLater ? data.toString() : alert.event().toString())
                .where(STATION_ALERT.ID.eq(alert.id()))
                .execute();
    }

    /**
     * Ends what the station says is over.
     *
     * @param monitor null: the station names none, so that all of the place are over
     * @return those that were open
     */
    List<StationAlert> cleared(Tx tx, StationRef station, @Nullable Integer monitor, String place, Instant at) {
        Condition named = monitor == null
                ? DSL.noCondition()
                : STATION_ALERT.MONITOR_NUMBER.eq(monitor.longValue()).or(STATION_ALERT.MONITOR_NUMBER.isNull());
        Condition over = STATION_ALERT.PLACE.eq(place).and(named).and(STATION_ALERT.RAISED_AT.le(at));
        return end(tx, station, over, StationAlert.CLEARED, at);
    }

    List<StationAlert> monitorGone(Tx tx, StationRef station, long monitor, Instant at) {
        return end(tx, station, STATION_ALERT.MONITOR_NUMBER.eq(monitor), StationAlert.MONITOR_REMOVED, at);
    }

    private static List<StationAlert> end(Tx tx, StationRef station, Condition which, String by, Instant at) {
        List<Long> open = tx.sql()
                .select(STATION_ALERT.ID)
                .from(STATION_ALERT)
                .where(of(station))
                .and(STATION_ALERT.ENDED_AT.isNull())
                .and(which)
                .fetch(STATION_ALERT.ID);
        if (open.isEmpty()) {
            return List.of();
        }
        tx.sql()
                .update(STATION_ALERT)
                .set(STATION_ALERT.ENDED_AT, at)
                .set(STATION_ALERT.ENDED_BY, by)
                .where(STATION_ALERT.ID.in(open))
                .execute();
        return rows(tx.sql())
                .where(STATION_ALERT.ID.in(open))
                .orderBy(STATION_ALERT.ID)
                .fetch(SqlAlertStore::alert);
    }

    /** @param also what belongs to it; empty: it has ended already */
    Optional<StationAlert> close(
            StationRef station, long id, String by, Instant at, BiConsumer<Tx, StationAlert> also) {
        return commits.write(station.scope(), station.id(), tx -> {
            Optional<StationAlert> closed =
                    end(tx, station, STATION_ALERT.ID.eq(id), by, at).stream().findFirst();
            closed.ifPresent(alert -> also.accept(tx, alert));
            return closed;
        });
    }

    List<StationAlert> before(Scope scope, AlertFilter filter, int rows, @Nullable Cursor after) {
        Condition where = scope.of(STATION_ALERT.TENANT_ID, STATION_ALERT.STATION_ID);
        if (filter.station() != null) {
            where = where.and(STATION_ALERT.STATION_ID.eq(filter.station().id()));
        }
        if (filter.open() != null) {
            where = where.and(filter.open() ? STATION_ALERT.ENDED_AT.isNull() : STATION_ALERT.ENDED_AT.isNotNull());
        }
        if (filter.severity() != null) {
            where = where.and(STATION_ALERT.SEVERITY.le(filter.severity()).or(STATION_ALERT.SEVERITY.isNull()));
        }
        return rows(database.read(scope))
                .where(after == null ? where : where.and(STATION_ALERT.ID.lt(after.id())))
                .orderBy(STATION_ALERT.ID.desc())
                .limit(rows)
                .fetch(SqlAlertStore::alert);
    }

    Optional<Found> find(Scope scope, long id) {
        return rows(database.read(scope))
                .where(scope.of(STATION_ALERT.TENANT_ID, STATION_ALERT.STATION_ID))
                .and(STATION_ALERT.ID.eq(id))
                .fetchOptional(row -> new Found(
                        new StationRef(
                                row.get(STATION_ALERT.TENANT_ID),
                                row.get(STATION_ALERT.STATION_ID),
                                row.get(STATION.IDENTITY)),
                        alert(row)));
    }

    private static SelectOnConditionStep<Record> rows(DSLContext sql) {
        return sql.select(STATION_ALERT.fields())
                .select(STATION.IDENTITY)
                .from(STATION_ALERT)
                .join(STATION)
                .on(STATION.ID.eq(STATION_ALERT.STATION_ID));
    }

    private static StationAlert alert(Record row) {
        Long monitor = row.get(STATION_ALERT.MONITOR_NUMBER);
        return new StationAlert(
                row.get(STATION_ALERT.ID),
                row.get(STATION.IDENTITY),
                monitor == null ? null : monitor.intValue(),
                row.get(STATION_ALERT.SEVERITY),
                StoredJson.read(row.get(STATION_ALERT.EVENT_JSON)),
                row.get(STATION_ALERT.EVENT_COUNT),
                row.get(STATION_ALERT.RAISED_AT),
                row.get(STATION_ALERT.RECEIVED_AT),
                row.get(STATION_ALERT.LAST_AT),
                row.get(STATION_ALERT.ENDED_AT),
                row.get(STATION_ALERT.ENDED_BY));
    }

    private static Condition of(StationRef station) {
        return STATION_ALERT.TENANT_ID.eq(station.tenant()).and(STATION_ALERT.STATION_ID.eq(station.id()));
    }

    /** Those that ended before that. */
    public void pruneBefore(Instant end) {
        new OldRows(STATION_ALERT, STATION_ALERT.ID, STATION_ALERT.ENDED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    /** Of stations that raise alerts without end the newest stay. */
    public void pruneBeyondMost() {
        growth.take()
                .forEach(station ->
                        SmallSteps.run(() -> commits.write(station.scope(), GroupCommit.UPKEEP, tx -> tx.sql()
                                        .deleteFrom(STATION_ALERT)
                                        .where(STATION_ALERT.ID.in(DSL.select(STATION_ALERT.ID)
                                                .from(STATION_ALERT)
                                                .where(of(station))
                                                .orderBy(STATION_ALERT.ID.desc())
                                                .limit(SmallSteps.ROWS)
                                                .offset(MOST)))
                                        .execute())
                                == SmallSteps.ROWS));
    }
}
