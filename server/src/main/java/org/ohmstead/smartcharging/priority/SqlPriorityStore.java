package org.ohmstead.smartcharging.priority;

import static org.ohmstead.db.schema.Tables.PRIORITY_CHARGING;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.keys.IndexKey;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.PriorityChargingRecord;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** The rows of priority charging. */
@Singleton
public class SqlPriorityStore {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlPriorityStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    void put(StationRef station, Priority priority) {
        commits.write(station.scope(), station.id(), tx -> {
            put(tx, station, priority);
            return true;
        });
    }

    /** What says nothing new leaves the row, and is no event. */
    void put(Tx tx, StationRef station, Priority priority) {
        String key = IndexKey.of(priority.transactionId().toLowerCase(Locale.ROOT));
        PriorityChargingRecord before = tx.sql()
                .selectFrom(PRIORITY_CHARGING)
                .where(of(station))
                .and(PRIORITY_CHARGING.TRANSACTION_KEY.eq(key))
                .fetchOne();
        if (before != null && before.getIsActive() == priority.active()) {
            return;
        }
        tx.sql()
                .insertInto(PRIORITY_CHARGING)
                .set(PRIORITY_CHARGING.TENANT_ID, station.tenant())
                .set(PRIORITY_CHARGING.STATION_ID, station.id())
                .set(PRIORITY_CHARGING.TRANSACTION_KEY, key)
                .set(PRIORITY_CHARGING.TRANSACTION_ID, priority.transactionId())
                .set(PRIORITY_CHARGING.IS_ACTIVE, priority.active())
                .set(PRIORITY_CHARGING.SOURCE, priority.source())
                .set(PRIORITY_CHARGING.CHANGED_AT, priority.changedAt())
                .onConflict(
                        PRIORITY_CHARGING.TENANT_ID, PRIORITY_CHARGING.STATION_ID, PRIORITY_CHARGING.TRANSACTION_KEY)
                .doUpdate()
                .set(PRIORITY_CHARGING.IS_ACTIVE, priority.active())
                .set(PRIORITY_CHARGING.SOURCE, priority.source())
                .set(PRIORITY_CHARGING.CHANGED_AT, priority.changedAt())
                .execute();
        outbox.append(
                tx,
                new PriorityChargingSwitched(
                        station.tenant(),
                        station.id(),
                        priority.changedAt(),
                        station.identity(),
                        priority.transactionId(),
                        priority.active(),
                        priority.source()));
    }

    /** In the order of their transactions' ids. */
    List<Priority> after(StationRef station, @Nullable Cursor after, int rows) {
        Condition where = of(station);
        return database.read(station.scope())
                .selectFrom(PRIORITY_CHARGING)
                .where(after == null ? where : where.and(PRIORITY_CHARGING.TRANSACTION_KEY.gt(after.key(0, 1))))
                .orderBy(PRIORITY_CHARGING.TRANSACTION_KEY)
                .limit(rows)
                .fetch(SqlPriorityStore::read);
    }

    List<Priority> active(StationRef station) {
        return database.read(station.scope())
                .selectFrom(PRIORITY_CHARGING)
                .where(of(station))
                .and(PRIORITY_CHARGING.IS_ACTIVE.isTrue())
                .limit(1_000)
                .fetch(SqlPriorityStore::read);
    }

    void pruneBefore(Instant end) {
        commits.write(Scope.everywhere(), GroupCommit.UPKEEP, tx -> tx.sql()
                .deleteFrom(PRIORITY_CHARGING)
                .where(PRIORITY_CHARGING.CHANGED_AT.lt(end))
                .execute());
    }

    static Cursor at(Priority priority) {
        return Cursor.at(IndexKey.of(priority.transactionId().toLowerCase(Locale.ROOT)));
    }

    private static Condition of(StationRef station) {
        return PRIORITY_CHARGING.TENANT_ID.eq(station.tenant()).and(PRIORITY_CHARGING.STATION_ID.eq(station.id()));
    }

    private static Priority read(PriorityChargingRecord row) {
        return new Priority(row.getTransactionId(), row.getIsActive(), row.getSource(), row.getChangedAt());
    }
}
