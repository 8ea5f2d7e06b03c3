package org.ohmstead.monitoring.streams;

import static org.ohmstead.db.schema.Tables.EVENT_STREAM;
import static org.ohmstead.db.schema.Tables.STATION_MONITOR;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.EventStreamRecord;
import org.ohmstead.monitoring.places.MonitoredVariable;
import org.ohmstead.nodes.Invalidations;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The table of streams. */
@Singleton
public class SqlEventStreamStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlEventStreamStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    Invalidations invalidations() {
        return commits.node().invalidations();
    }

    <T> T write(StationRef station, GroupCommit.Work<T> unit) {
        return commits.write(station.scope(), station.id(), unit);
    }

    /** Of the open ones the id, by the station's number. */
    Map<Long, Long> open(StationRef station) {
        Map<Long, Long> open = new HashMap<>();
        database.read(station.scope())
                .select(EVENT_STREAM.STREAM_NUMBER, EVENT_STREAM.ID)
                .from(EVENT_STREAM)
                .where(of(station))
                .and(EVENT_STREAM.CLOSED_AT.isNull())
                .forEach(row -> open.put(row.value1(), row.value2()));
        return open;
    }

    List<EventStream> open(Tx tx, StationRef station) {
        return tx.sql()
                .selectFrom(EVENT_STREAM)
                .where(of(station))
                .and(EVENT_STREAM.CLOSED_AT.isNull())
                .orderBy(EVENT_STREAM.ID)
                .fetch(SqlEventStreamStore::read);
    }

    void insert(Tx tx, StationRef station, long number, long monitor, EventStream.Pace pace, Instant at) {
        MonitoredVariable variable = variable(tx, station, monitor).orElse(null);
        tx.sql()
                .insertInto(EVENT_STREAM)
                .set(EVENT_STREAM.TENANT_ID, station.tenant())
                .set(EVENT_STREAM.STATION_ID, station.id())
                .set(EVENT_STREAM.STREAM_NUMBER, number)
                .set(EVENT_STREAM.MONITOR_NUMBER, monitor)
                .set(EVENT_STREAM.PLACE, variable == null ? null : variable.place())
                .set(EVENT_STREAM.COMPONENT_JSON, variable == null ? null : text(variable.component()))
                .set(EVENT_STREAM.VARIABLE_JSON, variable == null ? null : text(variable.variable()))
                .set(EVENT_STREAM.INTERVAL_SECONDS, pace.interval())
                .set(EVENT_STREAM.VALUES_AT_ONCE, pace.values())
                .set(EVENT_STREAM.OPENED_AT, at)
                .execute();
    }

    private static String text(JsonNode node) {
        return node.toString();
    }

    private static Optional<MonitoredVariable> variable(Tx tx, StationRef station, long monitor) {
        return tx.sql()
                .select(STATION_MONITOR.COMPONENT_JSON, STATION_MONITOR.VARIABLE_JSON)
                .from(STATION_MONITOR)
                .where(STATION_MONITOR.TENANT_ID.eq(station.tenant()))
                .and(STATION_MONITOR.STATION_ID.eq(station.id()))
                .and(STATION_MONITOR.MONITOR_NUMBER.eq(monitor))
                .fetchOptional(
                        row -> new MonitoredVariable(StoredJson.read(row.value1()), StoredJson.read(row.value2())));
    }

    void pace(Tx tx, long id, EventStream.Pace pace) {
        tx.sql()
                .update(EVENT_STREAM)
                .set(EVENT_STREAM.INTERVAL_SECONDS, pace.interval())
                .set(EVENT_STREAM.VALUES_AT_ONCE, pace.values())
                .where(EVENT_STREAM.ID.eq(id))
                .execute();
    }

    /** What a monitor watches has become known; streams of it that did not know now do. */
    void named(Tx tx, StationRef station, long monitor, MonitoredVariable variable) {
        tx.sql()
                .update(EVENT_STREAM)
                .set(EVENT_STREAM.PLACE, variable.place())
                .set(EVENT_STREAM.COMPONENT_JSON, text(variable.component()))
                .set(EVENT_STREAM.VARIABLE_JSON, text(variable.variable()))
                .where(of(station))
                .and(EVENT_STREAM.MONITOR_NUMBER.eq(monitor))
                .and(EVENT_STREAM.CLOSED_AT.isNull())
                .and(EVENT_STREAM.PLACE.isNull())
                .execute();
    }

    void close(Tx tx, long id, EventStream.End why, Instant at) {
        tx.sql()
                .update(EVENT_STREAM)
                .set(EVENT_STREAM.CLOSED_AT, at)
                .set(EVENT_STREAM.CLOSED_BY, why.word())
                .where(EVENT_STREAM.ID.eq(id))
                .and(EVENT_STREAM.CLOSED_AT.isNull())
                .execute();
    }

    /** @param open null: those that have ended, too */
    List<EventStream> before(StationRef station, @Nullable Boolean open, int rows, @Nullable Cursor after) {
        Condition which = open == null
                ? DSL.noCondition()
                : open ? EVENT_STREAM.CLOSED_AT.isNull() : EVENT_STREAM.CLOSED_AT.isNotNull();
        return database.read(station.scope())
                .selectFrom(EVENT_STREAM)
                .where(of(station))
                .and(which)
                .and(after == null ? DSL.noCondition() : EVENT_STREAM.ID.lt(after.id()))
                .orderBy(EVENT_STREAM.ID.desc())
                .limit(rows)
                .fetch(SqlEventStreamStore::read);
    }

    Optional<EventStream> find(StationRef station, long id) {
        return database.read(station.scope())
                .selectFrom(EVENT_STREAM)
                .where(of(station))
                .and(EVENT_STREAM.ID.eq(id))
                .fetchOptional(SqlEventStreamStore::read);
    }

    private static Condition of(StationRef station) {
        return EVENT_STREAM.TENANT_ID.eq(station.tenant()).and(EVENT_STREAM.STATION_ID.eq(station.id()));
    }

    private static EventStream read(EventStreamRecord row) {
        String component = row.getComponentJson();
        String variable = row.getVariableJson();
        return new EventStream(
                row.getId(),
                row.getStreamNumber(),
                row.getMonitorNumber(),
                component == null || variable == null
                        ? null
                        : new MonitoredVariable(StoredJson.read(component), StoredJson.read(variable)),
                new EventStream.Pace(row.getIntervalSeconds(), row.getValuesAtOnce()),
                row.getPending(),
                row.getOpenedAt(),
                row.getLastAt(),
                row.getClosedAt(),
                row.getClosedBy());
    }

    /** Those that were closed before that; their values are gone by then. */
    public void pruneBefore(Instant end) {
        new OldRows(EVENT_STREAM, EVENT_STREAM.ID, EVENT_STREAM.CLOSED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }
}
