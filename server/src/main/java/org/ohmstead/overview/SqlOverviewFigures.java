package org.ohmstead.overview;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.CONNECTION;
import static org.ohmstead.db.schema.Tables.CONNECTOR;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.MeterNormaliser;
import org.ohmstead.charging.session.SessionState;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.availability.ConnectorStatus;

/** Figures about all stations; the database counts and adds up, with one query for each group of figures. */
@Singleton
public class SqlOverviewFigures {
    /** Power that was told earlier says nothing about now. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private final Database database;

    @Inject
    public SqlOverviewFigures(Database database) {
        this.database = database;
    }

    /** Sessions that are open, and what flows. */
    record Running(long sessions, BigDecimal powerW) {}

    record Days(OverviewView.Sum today, OverviewView.Sum yesterdaySoFar, OverviewView.Sum yesterday) {}

    /** By the rows of connections, because a station may be connected to another server of the same database. */
    static Condition isConnected(Scope scope) {
        return STATION.ID.in(select(CONNECTION.STATION_ID)
                .from(CONNECTION)
                .where(scope.of(CONNECTION.TENANT_ID))
                .and(CONNECTION.CLOSED_AT.isNull()));
    }

    OverviewView.StationCounts stations(Scope scope) {
        Field<Integer> total = count();
        Field<Integer> connected = count(when(isConnected(scope), 1));
        Field<Integer> neverSeen =
                count(when(STATION.LAST_SEEN_AT.isNull().and(isConnected(scope).not()), 1));
        Record row = database.read(scope)
                .select(total, connected, neverSeen)
                .from(STATION)
                .where(scope.of(STATION.TENANT_ID, STATION.ID))
                .fetchSingle();
        return new OverviewView.StationCounts(
                row.get(total), row.get(connected), faulted(scope), charging(scope), row.get(neverSeen));
    }

    private long faulted(Scope scope) {
        return database.read(scope)
                .select(countDistinct(CONNECTOR.STATION_ID))
                .from(CONNECTOR)
                .where(scope.of(CONNECTOR.TENANT_ID, CONNECTOR.STATION_ID))
                .and(CONNECTOR.STATUS.eq(inline(ConnectorStatus.FAULTED.word())))
                .fetchSingle()
                .value1();
    }

    private long charging(Scope scope) {
        return database.read(scope)
                .select(countDistinct(CHARGING_SESSION.STATION_ID))
                .from(CHARGING_SESSION)
                .where(open(scope))
                .fetchSingle()
                .value1();
    }

    private static Condition open(Scope scope) {
        return scope.of(CHARGING_SESSION.TENANT_ID, CHARGING_SESSION.STATION_ID)
                .and(CHARGING_SESSION.STATE.eq(inline(SessionState.OPEN.word())));
    }

    /** All statuses, in the order of the enum. */
    Map<String, Long> connectors(Scope scope) {
        Map<String, Integer> found = database.read(scope)
                .select(CONNECTOR.STATUS, count())
                .from(CONNECTOR)
                .where(scope.of(CONNECTOR.TENANT_ID, CONNECTOR.STATION_ID))
                .and(CONNECTOR.EVSE.gt(0))
                .groupBy(CONNECTOR.STATUS)
                .fetchMap(CONNECTOR.STATUS, count());
        Map<String, Long> all = new LinkedHashMap<>();
        for (ConnectorStatus status : ConnectorStatus.values()) {
            all.put(status.word(), found.getOrDefault(status.word(), 0).longValue());
        }
        return all;
    }

    Running running(Scope scope, Instant now) {
        Field<Integer> sessions = count();
        Condition fresh = coalesce(CHARGING_SESSION.LAST_METER_AT, CHARGING_SESSION.UPDATED_AT)
                .ge(now.minus(FRESH));
        Field<BigDecimal> power = sum(when(fresh, CHARGING_SESSION.POWER_W));
        Record row = database.read(scope)
                .select(sessions, power)
                .from(CHARGING_SESSION)
                .where(open(scope))
                .fetchSingle();
        return new Running(row.get(sessions), plain(row.get(power)));
    }

    /** Of sessions that ended, along the index of ends. */
    Days days(Scope scope, Instant yesterday, Instant sameTime, Instant today, Instant now) {
        Field<Instant> end = CHARGING_SESSION.ENDED_AT;
        Condition inToday = end.ge(today);
        Condition inYesterday = end.lt(today);
        Condition soFar = end.lt(sameTime).and(inYesterday);
        Record row = database.read(scope)
                .select(sessions(inToday, "t"), energy(inToday, "tw"))
                .select(sessions(inYesterday, "y"), energy(inYesterday, "yw"))
                .select(sessions(soFar, "s"), energy(soFar, "sw"))
                .from(CHARGING_SESSION)
                .where(scope.of(CHARGING_SESSION.TENANT_ID, CHARGING_SESSION.STATION_ID))
                .and(CHARGING_SESSION.STATE.eq(inline(SessionState.ENDED.word())))
                .and(end.ge(yesterday))
                .and(end.le(now))
                .fetchSingle();
        return new Days(sumOf(row, "t"), sumOf(row, "s"), sumOf(row, "y"));
    }

    private static Field<Integer> sessions(Condition when, String name) {
        return count(when(when, 1)).as(name);
    }

    private static Field<BigDecimal> energy(Condition when, String name) {
        return sum(when(when, CHARGING_SESSION.ENERGY_WH)).as(name);
    }

    private static OverviewView.Sum sumOf(Record row, String name) {
        return new OverviewView.Sum(
                Objects.requireNonNull(row.get(name, Long.class)), plain(row.get(name + "w", BigDecimal.class)));
    }

    /** SQLite adds as floating point. */
    private static BigDecimal plain(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : MeterNormaliser.plain(sum.setScale(3, java.math.RoundingMode.HALF_UP));
    }
}
