package org.ohmstead.charging.store;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.SESSION_DISORDER;
import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.TENANT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;

/** Finds the sessions that something is to be done with when time has passed. */
@Singleton
public class SqlDueSessions {
    /** What a suspended tenant's stations could not tell us is not missing; its sessions wait until it is resumed. */
    private static final Condition IS_SERVED =
            CHARGING_SESSION.TENANT_ID.notIn(DSL.select(TENANT.ID).from(TENANT).where(TENANT.SUSPENDED_AT.isNotNull()));

    private final Database database;

    @Inject
    public SqlDueSessions(Database database) {
        this.database = database;
    }

    /** A session that may be due. */
    public record Due(StationRef station, long id) {}

    /**
     * Those that count as over since a moment or longer, in the order of their numbers.
     *
     * @param after the last one of the rows before; 0: from the first on
     */
    public List<Due> freeBefore(Instant moment, long after, int rows) {
        return free(CHARGING_SESSION.FREE_AT.le(moment), after, rows);
    }

    /** Those that are to count as over only behind a moment; as above. */
    public List<Due> freeAfter(Instant moment, long after, int rows) {
        return free(CHARGING_SESSION.FREE_AT.gt(moment), after, rows);
    }

    private List<Due> free(Condition when, long after, int rows) {
        return database.read(Scope.everywhere())
                .select(CHARGING_SESSION.ID, STATION.TENANT_ID, STATION.ID, STATION.IDENTITY)
                .from(CHARGING_SESSION)
                .join(STATION)
                .on(STATION.ID.eq(CHARGING_SESSION.STATION_ID))
                .where(CHARGING_SESSION.STATE.eq(SqlSessionRows.OPEN))
                .and(CHARGING_SESSION.FREE_AT.isNotNull())
                .and(when)
                .and(IS_SERVED)
                .and(CHARGING_SESSION.ID.gt(after))
                .orderBy(CHARGING_SESSION.ID)
                .limit(rows)
                .fetch(SqlDueSessions::due);
    }

    /** Those whose events were taken as they came, and of which nothing has come since a moment; as above. */
    public List<Due> disorderedBefore(Instant moment, long after, int rows) {
        return database.read(Scope.everywhere())
                .select(CHARGING_SESSION.ID, STATION.TENANT_ID, STATION.ID, STATION.IDENTITY)
                .from(SESSION_DISORDER)
                .join(CHARGING_SESSION)
                .on(CHARGING_SESSION.ID.eq(SESSION_DISORDER.SESSION_ID))
                .join(STATION)
                .on(STATION.ID.eq(CHARGING_SESSION.STATION_ID))
                .where(CHARGING_SESSION.UPDATED_AT.le(moment))
                .and(IS_SERVED)
                .and(SESSION_DISORDER.SESSION_ID.gt(after))
                .orderBy(SESSION_DISORDER.SESSION_ID)
                .limit(rows)
                .fetch(SqlDueSessions::due);
    }

    private static Due due(Record row) {
        return new Due(
                new StationRef(row.get(STATION.TENANT_ID), row.get(STATION.ID), row.get(STATION.IDENTITY)),
                row.get(CHARGING_SESSION.ID));
    }
}
