package org.ohmstead.monitoring.monitors;

import static org.ohmstead.db.schema.Tables.STATION_MONITOR;
import static org.ohmstead.db.schema.Tables.STATION_MONITORING;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.StationMonitorRecord;
import org.ohmstead.monitoring.places.MonitoredVariable;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The tables of monitors, and of what stations report of them. */
@Singleton
public class SqlMonitorStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlMonitorStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    <T> T write(StationRef station, GroupCommit.Work<T> unit) {
        return commits.write(station.scope(), station.id(), unit);
    }

    /** In the order of their numbers. */
    List<StationMonitor> after(StationRef station, long number, int rows) {
        return database.read(station.scope())
                .selectFrom(STATION_MONITOR)
                .where(of(station))
                .and(STATION_MONITOR.MONITOR_NUMBER.gt(number))
                .orderBy(STATION_MONITOR.MONITOR_NUMBER)
                .limit(rows)
                .fetch(SqlMonitorStore::read);
    }

    Optional<StationMonitor> find(StationRef station, long number) {
        return database.read(station.scope())
                .selectFrom(STATION_MONITOR)
                .where(of(station))
                .and(STATION_MONITOR.MONITOR_NUMBER.eq(number))
                .fetchOptional(SqlMonitorStore::read);
    }

    /** The station has this one, whatever it had under the number. */
    void put(Tx tx, StationRef station, StationMonitor monitor) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(STATION_MONITOR.PLACE, monitor.variable().place());
        values.put(
                STATION_MONITOR.COMPONENT_JSON, monitor.variable().component().toString());
        values.put(STATION_MONITOR.VARIABLE_JSON, monitor.variable().variable().toString());
        values.put(STATION_MONITOR.MONITOR_JSON, monitor.monitor().toString());
        values.put(STATION_MONITOR.SEVERITY, monitor.severity());
        values.put(STATION_MONITOR.IS_CUSTOM, monitor.isCustom());
        values.put(STATION_MONITOR.KNOWN_AT, monitor.knownAt());
        tx.sql()
                .insertInto(STATION_MONITOR)
                .set(STATION_MONITOR.TENANT_ID, station.tenant())
                .set(STATION_MONITOR.STATION_ID, station.id())
                .set(STATION_MONITOR.MONITOR_NUMBER, monitor.number())
                .set(values)
                .onConflict(STATION_MONITOR.STATION_ID, STATION_MONITOR.TENANT_ID, STATION_MONITOR.MONITOR_NUMBER)
                .doUpdate()
                .set(values)
                .execute();
    }

    void remove(Tx tx, StationRef station, Collection<Long> numbers) {
        tx.sql()
                .deleteFrom(STATION_MONITOR)
                .where(of(station))
                .and(STATION_MONITOR.MONITOR_NUMBER.in(numbers))
                .execute();
    }

    /** Those that the station has not told of since. @param customOnly whether its own ones stay out of it */
    List<Long> notKnownSince(Tx tx, StationRef station, Instant since, boolean customOnly) {
        return tx.sql()
                .select(STATION_MONITOR.MONITOR_NUMBER)
                .from(STATION_MONITOR)
                .where(of(station))
                .and(STATION_MONITOR.KNOWN_AT.lt(since))
                .and(customOnly ? STATION_MONITOR.IS_CUSTOM.isTrue() : DSL.noCondition())
                .fetch(STATION_MONITOR.MONITOR_NUMBER);
    }

    /** What else is known of a monitor that a report does not tell: the pace of its stream. */
    Optional<StationMonitor> find(Tx tx, StationRef station, long number) {
        return tx.sql()
                .selectFrom(STATION_MONITOR)
                .where(of(station))
                .and(STATION_MONITOR.MONITOR_NUMBER.eq(number))
                .fetchOptional(SqlMonitorStore::read);
    }

    MonitoringState state(StationRef station) {
        return database.read(station.scope())
                .selectFrom(STATION_MONITORING)
                .where(STATION_MONITORING.TENANT_ID.eq(station.tenant()))
                .and(STATION_MONITORING.STATION_ID.eq(station.id()))
                .fetchOptional(
                        row -> new MonitoringState(row.getBase(), row.getBaseAt(), row.getLevel(), row.getLevelAt()))
                .orElse(MonitoringState.UNKNOWN);
    }

    void base(Tx tx, StationRef station, String base, Instant at) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(STATION_MONITORING.BASE, base);
        values.put(STATION_MONITORING.BASE_AT, at);
        set(tx, station, values);
    }

    void level(Tx tx, StationRef station, int severity, Instant at) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(STATION_MONITORING.LEVEL, severity);
        values.put(STATION_MONITORING.LEVEL_AT, at);
        set(tx, station, values);
    }

    private static void set(Tx tx, StationRef station, Map<Field<?>, @Nullable Object> values) {
        tx.sql()
                .insertInto(STATION_MONITORING)
                .set(STATION_MONITORING.TENANT_ID, station.tenant())
                .set(STATION_MONITORING.STATION_ID, station.id())
                .set(values)
                .onConflict(STATION_MONITORING.STATION_ID, STATION_MONITORING.TENANT_ID)
                .doUpdate()
                .set(values)
                .execute();
    }

    private static Condition of(StationRef station) {
        return STATION_MONITOR.TENANT_ID.eq(station.tenant()).and(STATION_MONITOR.STATION_ID.eq(station.id()));
    }

    private static StationMonitor read(StationMonitorRecord row) {
        return new StationMonitor(
                row.getMonitorNumber(),
                new MonitoredVariable(StoredJson.read(row.getComponentJson()), StoredJson.read(row.getVariableJson())),
                (ObjectNode) StoredJson.read(row.getMonitorJson()),
                row.getIsCustom(),
                row.getKnownAt());
    }
}
