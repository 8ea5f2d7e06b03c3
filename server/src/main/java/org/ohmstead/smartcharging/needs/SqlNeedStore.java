package org.ohmstead.smartcharging.needs;

import static org.ohmstead.db.schema.Tables.CHARGING_NEED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.ChargingNeedRecord;
import org.ohmstead.events.Event;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The rows of what EVs asked for. */
@Singleton
public class SqlNeedStore {
    private static final int MOST = 100;
    private static final int PRUNED_AT_ONCE = 200;

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlNeedStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** A new one; earlier ones of its EVSE are over. The id of the given one does not count. */
    void add(StationRef station, StoredNeed need, Event event) {
        commits.write(station.scope(), station.id(), tx -> {
            tx.sql()
                    .update(CHARGING_NEED)
                    .set(CHARGING_NEED.STATE, NeedState.OVER.word())
                    .set(CHARGING_NEED.CHANGED_AT, need.offered().changedAt())
                    .where(of(station))
                    .and(CHARGING_NEED.EVSE.eq(need.evse()))
                    .and(CHARGING_NEED.STATE.ne(NeedState.OVER.word()))
                    .execute();
            tx.sql()
                    .insertInto(CHARGING_NEED)
                    .set(CHARGING_NEED.TENANT_ID, station.tenant())
                    .set(CHARGING_NEED.STATION_ID, station.id())
                    .set(CHARGING_NEED.EVSE, need.evse())
                    .set(CHARGING_NEED.NEEDS_JSON, need.asked().needs().toString())
                    .set(CHARGING_NEED.ENERGY_MODE, need.asked().mode())
                    .set(CHARGING_NEED.DEPARTS_AT, need.asked().departsAt())
                    .set(CHARGING_NEED.ENERGY_WH, need.asked().energyWh())
                    .set(CHARGING_NEED.MOST_PERIODS, need.asked().mostPeriods())
                    .set(CHARGING_NEED.ASKED_AT, need.asked().askedAt())
                    .set(CHARGING_NEED.RECEIVED_AT, need.asked().receivedAt())
                    .set(CHARGING_NEED.ANSWER, need.answer())
                    .set(values(need))
                    .execute();
            outbox.append(tx, event);
            return true;
        });
    }

    /**
     * As it is now.
     *
     * @param event null: nobody needs to know
     */
    void update(StationRef station, StoredNeed need, @Nullable Event event) {
        commits.write(station.scope(), station.id(), tx -> {
            update(tx, station, need);
            if (event != null) {
                outbox.append(tx, event);
            }
            return true;
        });
    }

    /** What came of an offer; what the EV planned, and that it is over, may have come meanwhile, and stays. */
    void offered(StationRef station, StoredNeed need) {
        commits.write(station.scope(), station.id(), tx -> tx.sql()
                .update(CHARGING_NEED)
                .set(CHARGING_NEED.TRANSACTION_ID, need.transaction())
                .set(CHARGING_NEED.STATE, need.offered().state().word())
                .set(CHARGING_NEED.OFFERS, need.offered().offers())
                .set(CHARGING_NEED.OFFERED_WH, need.offered().energyWh())
                .set(CHARGING_NEED.NOTE, need.offered().note())
                .set(CHARGING_NEED.CHANGED_AT, need.offered().changedAt())
                .where(of(station))
                .and(CHARGING_NEED.ID.eq(need.id()))
                .and(CHARGING_NEED.STATE.ne(NeedState.OVER.word()))
                .execute());
    }

    private static void update(Tx tx, StationRef station, StoredNeed need) {
        tx.sql()
                .update(CHARGING_NEED)
                .set(values(need))
                .where(of(station))
                .and(CHARGING_NEED.ID.eq(need.id()))
                .execute();
    }

    /** Nobody waits for an answer to those of a transaction any more. */
    void over(StationRef station, String transaction, Instant at) {
        commits.write(station.scope(), station.id(), tx -> tx.sql()
                .update(CHARGING_NEED)
                .set(CHARGING_NEED.STATE, NeedState.OVER.word())
                .set(CHARGING_NEED.CHANGED_AT, at)
                .where(of(station))
                .and(CHARGING_NEED.TRANSACTION_ID.eq(transaction))
                .and(CHARGING_NEED.STATE.ne(NeedState.OVER.word()))
                .execute());
    }

    private static Map<Field<?>, @Nullable Object> values(StoredNeed need) {
        JsonNode schedule = need.planned().schedule();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(CHARGING_NEED.TRANSACTION_ID, need.transaction());
        values.put(CHARGING_NEED.STATE, need.offered().state().word());
        values.put(CHARGING_NEED.OFFERS, need.offered().offers());
        values.put(CHARGING_NEED.OFFERED_WH, need.offered().energyWh());
        values.put(CHARGING_NEED.NOTE, need.offered().note());
        values.put(CHARGING_NEED.CHANGED_AT, need.offered().changedAt());
        values.put(CHARGING_NEED.SCHEDULE_JSON, schedule == null ? null : schedule.toString());
        values.put(CHARGING_NEED.SCHEDULE_ANSWER, need.planned().answer());
        values.put(CHARGING_NEED.SCHEDULE_AT, need.planned().at());
        return values;
    }

    /** The newest first. */
    List<StoredNeed> before(StationRef station, int rows, @Nullable Cursor after) {
        Condition where = of(station);
        return database.read(station.scope())
                .selectFrom(CHARGING_NEED)
                .where(after == null ? where : where.and(CHARGING_NEED.ID.lt(after.id())))
                .orderBy(CHARGING_NEED.ID.desc())
                .limit(rows)
                .fetch(SqlNeedStore::read);
    }

    /** The newest of an EVSE that is not over. */
    Optional<StoredNeed> newest(StationRef station, int evse) {
        return database.read(station.scope())
                .selectFrom(CHARGING_NEED)
                .where(of(station))
                .and(CHARGING_NEED.EVSE.eq(evse))
                .and(CHARGING_NEED.STATE.ne(NeedState.OVER.word()))
                .orderBy(CHARGING_NEED.ID.desc())
                .limit(1)
                .fetchOptional(SqlNeedStore::read);
    }

    Optional<StoredNeed> find(StationRef station, long id) {
        return database.read(station.scope())
                .selectFrom(CHARGING_NEED)
                .where(of(station))
                .and(CHARGING_NEED.ID.eq(id))
                .fetchOptional(SqlNeedStore::read);
    }

    /** Those that wait for a profile, the oldest first. */
    List<StoredNeed> waiting(StationRef station) {
        return database.read(station.scope())
                .selectFrom(CHARGING_NEED)
                .where(of(station))
                .and(CHARGING_NEED.STATE.eq(NeedState.WAITING.word()))
                .orderBy(CHARGING_NEED.ID)
                .limit(MOST)
                .fetch(SqlNeedStore::read);
    }

    /** Whether nothing that an EV of the station has asked for is open any more. */
    boolean allOver(StationRef station) {
        return !database.read(station.scope())
                .fetchExists(CHARGING_NEED, of(station), CHARGING_NEED.STATE.ne(NeedState.OVER.word()));
    }

    void pruneBefore(Instant end) {
        new OldRows(CHARGING_NEED, CHARGING_NEED.ID, CHARGING_NEED.CHANGED_AT, PRUNED_AT_ONCE)
                .deleteBefore(end, database, commits);
    }

    private static Condition of(StationRef station) {
        return CHARGING_NEED.TENANT_ID.eq(station.tenant()).and(CHARGING_NEED.STATION_ID.eq(station.id()));
    }

    private static StoredNeed read(ChargingNeedRecord row) {
        String schedule = row.getScheduleJson();
        return new StoredNeed(
                row.getId(),
                row.getEvse(),
                row.getTransactionId(),
                new StoredNeed.Asked(
                        StoredJson.read(row.getNeedsJson()) instanceof ObjectNode needs
                                ? needs
                                : JsonNodeFactory.instance.objectNode(),
                        row.getEnergyMode(),
                        row.getDepartsAt(),
                        row.getEnergyWh(),
                        row.getMostPeriods(),
                        row.getAskedAt(),
                        row.getReceivedAt()),
                row.getAnswer(),
                new StoredNeed.Offered(
                        NeedState.of(row.getState()),
                        row.getOffers(),
                        row.getOfferedWh(),
                        row.getNote(),
                        row.getChangedAt()),
                new StoredNeed.Planned(
                        schedule == null ? null : StoredJson.read(schedule),
                        row.getScheduleAnswer(),
                        row.getScheduleAt()));
    }
}
