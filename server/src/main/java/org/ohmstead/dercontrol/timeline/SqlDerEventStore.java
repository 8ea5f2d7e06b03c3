package org.ohmstead.dercontrol.timeline;

import static org.ohmstead.db.schema.Tables.DER_EVENT;
import static org.ohmstead.db.schema.Tables.STATION;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.Growth;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.keys.IndexKey;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.DerEventRecord;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The rows of what happened to controls. */
@Singleton
public class SqlDerEventStore {
    /** So many of a station stay, the newest. */
    static final int MOST = 20_000;

    private final Database database;
    private final GroupCommit commits;
    private final Growth<StationRef> growth = new Growth<>(MOST / 10);

    @Inject
    public SqlDerEventStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** @return false: it was there already */
    boolean add(Tx tx, StationRef station, DerSwitch what) {
        ArrayNode superseded = JsonNodeFactory.instance.arrayNode();
        what.superseded().forEach(superseded::add);
        DerEvent.Kind kind = what.started() ? DerEvent.Kind.STARTED : DerEvent.Kind.STOPPED;
        String key = IndexKey.of(what.controlId().toLowerCase(Locale.ROOT));
        return isNew(insert(tx, station, kind, key, what.at(), what.receivedAt())
                .set(DER_EVENT.FAULT, "")
                .set(DER_EVENT.CONTROL_NAME, what.controlId())
                .set(DER_EVENT.SUPERSEDED_JSON, superseded.toString()));
    }

    /** @return false: it was there already */
    boolean add(Tx tx, StationRef station, DerAlarm alarm) {
        return isNew(insert(tx, station, DerEvent.Kind.ALARM, alarm.type(), alarm.at(), alarm.receivedAt())
                .set(DER_EVENT.FAULT, alarm.fault() == null ? "" : alarm.fault())
                .set(DER_EVENT.NOTE, alarm.note())
                .set(DER_EVENT.ENDED_AT, alarm.isOver() ? alarm.at() : null));
    }

    private static InsertSetMoreStep<DerEventRecord> insert(
            Tx tx, StationRef station, DerEvent.Kind kind, String subject, Instant at, Instant received) {
        return tx.sql()
                .insertInto(DER_EVENT)
                .set(DER_EVENT.TENANT_ID, station.tenant())
                .set(DER_EVENT.STATION_ID, station.id())
                .set(DER_EVENT.KIND, kind.word())
                .set(DER_EVENT.SUBJECT, subject)
                .set(DER_EVENT.STATION_AT, at)
                .set(DER_EVENT.RECEIVED_AT, received);
    }

    private static boolean isNew(InsertSetMoreStep<DerEventRecord> insert) {
        return insert.onConflict(
                                DER_EVENT.TENANT_ID,
                                DER_EVENT.STATION_ID,
                                DER_EVENT.KIND,
                                DER_EVENT.SUBJECT,
                                DER_EVENT.FAULT,
                                DER_EVENT.STATION_AT)
                        .doNothing()
                        .execute()
                > 0;
    }

    /** Those of a type that last. */
    List<DerEvent> openAlarms(Tx tx, StationRef station, String type) {
        return select(tx.sql(), alarmOf(station, type).and(DER_EVENT.ENDED_AT.isNull()))
                .orderBy(DER_EVENT.ID)
                .fetch(SqlDerEventStore::read);
    }

    /** Whether the end of an alarm was taken already. */
    boolean hasEnd(Tx tx, StationRef station, DerAlarm alarm) {
        return tx.sql().fetchExists(DER_EVENT, alarmOf(station, alarm.type()).and(DER_EVENT.ENDED_AT.eq(alarm.at())));
    }

    private static Condition alarmOf(StationRef station, String type) {
        return of(station).and(DER_EVENT.KIND.eq(DerEvent.Kind.ALARM.word())).and(DER_EVENT.SUBJECT.eq(type));
    }

    void end(Tx tx, StationRef station, long id, Instant at) {
        tx.sql()
                .update(DER_EVENT)
                .set(DER_EVENT.ENDED_AT, at)
                .where(of(station).and(DER_EVENT.ID.eq(id)))
                .execute();
    }

    /** One may have been added. */
    void grown(StationRef station) {
        growth.add(station, 1);
    }

    List<DerEvent> before(Scope scope, DerEventFilter filter, int rows, @Nullable Cursor after) {
        Condition where = scope.of(DER_EVENT.TENANT_ID, DER_EVENT.STATION_ID).and(condition(filter));
        return select(database.read(scope), after == null ? where : where.and(DER_EVENT.ID.lt(after.id())))
                .orderBy(DER_EVENT.ID.desc())
                .limit(rows)
                .fetch(SqlDerEventStore::read);
    }

    private static Condition condition(DerEventFilter filter) {
        Condition all = DSL.noCondition();
        Condition open = DER_EVENT.KIND.eq(DerEvent.Kind.ALARM.word()).and(DER_EVENT.ENDED_AT.isNull());
        all = filter.station() == null ? all : all.and(DER_EVENT.STATION_ID.eq(filter.station()));
        all = filter.kind() == null
                ? all
                : all.and(DER_EVENT.KIND.eq(filter.kind().word()));
        all = filter.open() == null ? all : all.and(filter.open() ? open : open.not());
        all = filter.from() == null ? all : all.and(DER_EVENT.RECEIVED_AT.ge(filter.from()));
        return filter.to() == null ? all : all.and(DER_EVENT.RECEIVED_AT.lt(filter.to()));
    }

    private static SelectConditionStep<? extends Record> select(DSLContext sql, Condition where) {
        return sql.select(DER_EVENT.asterisk(), STATION.IDENTITY)
                .from(DER_EVENT)
                .join(STATION)
                .on(STATION.ID.eq(DER_EVENT.STATION_ID))
                .where(where);
    }

    private static Condition of(StationRef station) {
        return DER_EVENT.TENANT_ID.eq(station.tenant()).and(DER_EVENT.STATION_ID.eq(station.id()));
    }

    private static DerEvent read(Record row) {
        DerEvent.Kind kind = DerEvent.Kind.of(row.get(DER_EVENT.KIND));
        String fault = row.get(DER_EVENT.FAULT);
        String json = row.get(DER_EVENT.SUPERSEDED_JSON);
        List<String> superseded = new ArrayList<>();
        if (json != null) {
            StoredJson.read(json).forEach(id -> superseded.add(id.asText()));
        }
        return new DerEvent(
                row.get(DER_EVENT.ID),
                row.get(STATION.IDENTITY),
                kind,
                row.get(DER_EVENT.CONTROL_NAME),
                kind == DerEvent.Kind.ALARM ? row.get(DER_EVENT.SUBJECT) : null,
                fault.isEmpty() ? null : fault,
                row.get(DER_EVENT.NOTE),
                superseded,
                row.get(DER_EVENT.STATION_AT),
                row.get(DER_EVENT.ENDED_AT),
                row.get(DER_EVENT.RECEIVED_AT));
    }

    public void pruneBefore(Instant end) {
        new OldRows(DER_EVENT, DER_EVENT.ID, DER_EVENT.RECEIVED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    /** Of stations that report without end the newest 20,000 stay. */
    public void pruneBeyondMost() {
        growth.take()
                .forEach(station ->
                        SmallSteps.run(() -> commits.write(station.scope(), GroupCommit.UPKEEP, tx -> tx.sql()
                                        .deleteFrom(DER_EVENT)
                                        .where(DER_EVENT.ID.in(DSL.select(DER_EVENT.ID)
                                                .from(DER_EVENT)
                                                .where(of(station))
                                                .orderBy(DER_EVENT.ID.desc())
                                                .limit(SmallSteps.ROWS)
                                                .offset(MOST)))
                                        .execute())
                                == SmallSteps.ROWS));
    }
}
