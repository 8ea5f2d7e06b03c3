package org.ohmstead.smartcharging.limits;

import static org.ohmstead.db.schema.Tables.CHARGING_LIMIT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.ChargingLimitRecord;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The rows of limits from outside. */
@Singleton
public class SqlLimitRows {
    private static final int MOST = 500;
    private static final int PRUNED_AT_ONCE = 200;

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlLimitRows(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /**
     * The newest first.
     *
     * @param standing null: all
     */
    List<ExternalLimit> before(StationRef station, boolean standing, int rows, @Nullable Cursor after) {
        Condition where = of(station);
        if (standing) {
            where = where.and(CHARGING_LIMIT.ENDED_AT.isNull());
        }
        return database.read(station.scope())
                .selectFrom(CHARGING_LIMIT)
                .where(after == null ? where : where.and(CHARGING_LIMIT.ID.lt(after.id())))
                .orderBy(CHARGING_LIMIT.ID.desc())
                .limit(rows)
                .fetch(SqlLimitRows::read);
    }

    List<ExternalLimit> standing(StationRef station) {
        return before(station, true, MOST, null);
    }

    /** One that takes the place of the same source's at the same place. */
    void add(StationRef station, ExternalLimit limit, ChargingLimitChanged event) {
        commits.write(station.scope(), station.id(), tx -> {
            // a repetition of what stands already is none (behaviour 5.8)
            List<ExternalLimit> same = tx.sql()
                    .selectFrom(CHARGING_LIMIT)
                    .where(of(station))
                    .and(CHARGING_LIMIT.ENDED_AT.isNull())
                    .and(CHARGING_LIMIT.EVSE.eq(limit.evse()))
                    .and(CHARGING_LIMIT.SOURCE.eq(limit.source()))
                    .and(CHARGING_LIMIT.IS_LOCAL_GENERATION.eq(limit.localGeneration()))
                    .fetch(SqlLimitRows::read);
            if (same.stream().anyMatch(each -> saysTheSame(each, limit))) {
                return false;
            }
            same.forEach(each -> end(tx, each.id(), limit.reportedAt(), "replaced"));
            tx.sql()
                    .insertInto(CHARGING_LIMIT)
                    .set(CHARGING_LIMIT.TENANT_ID, station.tenant())
                    .set(CHARGING_LIMIT.STATION_ID, station.id())
                    .set(CHARGING_LIMIT.EVSE, limit.evse())
                    .set(CHARGING_LIMIT.SOURCE, limit.source())
                    .set(CHARGING_LIMIT.IS_GRID_CRITICAL, limit.gridCritical())
                    .set(CHARGING_LIMIT.IS_LOCAL_GENERATION, limit.localGeneration())
                    .set(
                            CHARGING_LIMIT.SCHEDULES_JSON,
                            limit.schedules() == null ? null : limit.schedules().toString())
                    .set(CHARGING_LIMIT.REPORTED_AT, limit.reportedAt())
                    .execute();
            outbox.append(tx, event);
            return true;
        });
    }

    private static boolean saysTheSame(ExternalLimit one, ExternalLimit other) {
        return one.gridCritical() == other.gridCritical()
                && String.valueOf(one.schedules()).equals(String.valueOf(other.schedules()));
    }

    /** @param evse null: wherever. @return whether any stood */
    boolean clear(StationRef station, String source, @Nullable Integer evse, Instant at, ChargingLimitChanged event) {
        return commits.write(station.scope(), station.id(), tx -> {
            Condition which = of(station).and(CHARGING_LIMIT.ENDED_AT.isNull()).and(CHARGING_LIMIT.SOURCE.eq(source));
            List<Long> ids = tx.sql()
                    .select(CHARGING_LIMIT.ID)
                    .from(CHARGING_LIMIT)
                    .where(evse == null ? which : which.and(CHARGING_LIMIT.EVSE.eq(evse)))
                    .fetch(CHARGING_LIMIT.ID);
            ids.forEach(id -> end(tx, id, at, "cleared"));
            if (!ids.isEmpty()) {
                outbox.append(tx, event);
            }
            return !ids.isEmpty();
        });
    }

    private static void end(Tx tx, long id, Instant at, String by) {
        tx.sql()
                .update(CHARGING_LIMIT)
                .set(CHARGING_LIMIT.ENDED_AT, at)
                .set(CHARGING_LIMIT.ENDED_BY, by)
                .where(CHARGING_LIMIT.ID.eq(id))
                .execute();
    }

    /** Those that have ended before. */
    void pruneBefore(Instant end) {
        new OldRows(CHARGING_LIMIT, CHARGING_LIMIT.ID, CHARGING_LIMIT.ENDED_AT, PRUNED_AT_ONCE)
                .deleteBefore(end, database, commits);
    }

    private static Condition of(StationRef station) {
        return CHARGING_LIMIT.TENANT_ID.eq(station.tenant()).and(CHARGING_LIMIT.STATION_ID.eq(station.id()));
    }

    private static ExternalLimit read(ChargingLimitRecord row) {
        String schedules = row.getSchedulesJson();
        return new ExternalLimit(
                row.getId(),
                row.getEvse(),
                row.getSource(),
                row.getIsGridCritical(),
                row.getIsLocalGeneration(),
                schedules == null ? null : StoredJson.read(schedules),
                row.getReportedAt(),
                row.getEndedAt(),
                row.getEndedBy());
    }
}
