package org.ohmstead.charging;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.ohmstead.db.Database;
import org.ohmstead.stations.StationRef;

/** Finds the open sessions that are to be closed. */
@Singleton
public class SqlDueSessions {
    private final Database database;

    @Inject
    public SqlDueSessions(Database database) {
        this.database = database;
    }

    /** A session that may be due. */
    record Due(StationRef station, long id) {}

    /**
     * Those that count as over since a moment or longer, in the order of their numbers.
     *
     * @param after the last one of the rows before; 0: from the first on
     */
    List<Due> freeBefore(Instant moment, long after, int rows) {
        return database.read()
                .select(CHARGING_SESSION.ID, STATION.TENANT_ID, STATION.ID, STATION.IDENTITY)
                .from(CHARGING_SESSION)
                .join(STATION)
                .on(STATION.ID.eq(CHARGING_SESSION.STATION_ID))
                .where(CHARGING_SESSION.STATE.eq(SqlSessionRows.OPEN))
                .and(CHARGING_SESSION.FREE_AT.isNotNull())
                .and(CHARGING_SESSION.FREE_AT.le(moment))
                .and(CHARGING_SESSION.ID.gt(after))
                .orderBy(CHARGING_SESSION.ID)
                .limit(rows)
                .fetch(row -> new Due(
                        new StationRef(row.get(STATION.TENANT_ID), row.get(STATION.ID), row.get(STATION.IDENTITY)),
                        row.get(CHARGING_SESSION.ID)));
    }
}
