package org.ohmstead.stations.deviations;

import static org.jooq.impl.DSL.row;
import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.STATION_DEVIATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.stations.StationRef;

/** The rows of what stations do differently. */
@Singleton
public class SqlDeviationStore {
    /** So many rows a station may have before further kinds are counted together. */
    private static final int MOST = 200;

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlDeviationStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    void add(StationRef station, List<StationDeviation> counted) {
        commits.write(station.scope(), station.id(), tx -> {
            boolean isThere = tx.sql()
                    .fetchExists(STATION, STATION.TENANT_ID.eq(station.tenant()).and(STATION.ID.eq(station.id())));
            if (isThere) { // else it was deleted meanwhile
                counted.forEach(one -> add(tx.sql(), station.tenant(), station.id(), one));
            }
            return null;
        });
    }

    private static void add(DSLContext sql, long tenant, long station, StationDeviation one) {
        if (countUp(sql, tenant, station, one, one.path()) > 0) {
            return;
        }
        int rows = sql.fetchCount(STATION_DEVIATION, of(tenant, station));
        String path = rows < MOST ? one.path() : StationDeviation.OTHERS;
        if (path.equals(one.path()) || countUp(sql, tenant, station, one, path) == 0) {
            insert(sql, tenant, station, one, path);
        }
    }

    private static int countUp(DSLContext sql, long tenant, long station, StationDeviation one, String path) {
        return sql.update(STATION_DEVIATION)
                .set(STATION_DEVIATION.OCCURRED, STATION_DEVIATION.OCCURRED.plus(one.occurred()))
                .set(STATION_DEVIATION.EXAMPLE, one.example())
                .set(STATION_DEVIATION.LAST_AT, one.lastAt())
                .where(of(tenant, station))
                .and(STATION_DEVIATION.ACTION.eq(one.action()))
                .and(STATION_DEVIATION.PATH.eq(path))
                .and(STATION_DEVIATION.RULE.eq(one.rule()))
                .execute();
    }

    private static void insert(DSLContext sql, long tenant, long station, StationDeviation one, String path) {
        sql.insertInto(STATION_DEVIATION)
                .set(STATION_DEVIATION.TENANT_ID, tenant)
                .set(STATION_DEVIATION.STATION_ID, station)
                .set(STATION_DEVIATION.ACTION, one.action())
                .set(STATION_DEVIATION.PATH, path)
                .set(STATION_DEVIATION.RULE, one.rule())
                .set(STATION_DEVIATION.OCCURRED, one.occurred())
                .set(STATION_DEVIATION.EXAMPLE, one.example())
                .set(STATION_DEVIATION.LAST_AT, one.lastAt())
                .execute();
    }

    List<StationDeviation> after(StationRef station, String action, String path, String rule, int rows) {
        return database.read(station.scope())
                .selectFrom(STATION_DEVIATION)
                .where(of(station.tenant(), station.id()))
                .and(row(STATION_DEVIATION.ACTION, STATION_DEVIATION.PATH, STATION_DEVIATION.RULE)
                        .gt(action, path, rule))
                .orderBy(STATION_DEVIATION.ACTION, STATION_DEVIATION.PATH, STATION_DEVIATION.RULE)
                .limit(rows)
                .fetch(found -> new StationDeviation(
                        found.getAction(),
                        found.getPath(),
                        found.getRule(),
                        found.getOccurred(),
                        found.getExample(),
                        found.getLastAt()));
    }

    private static Condition of(long tenant, long station) {
        return STATION_DEVIATION.TENANT_ID.eq(tenant).and(STATION_DEVIATION.STATION_ID.eq(station));
    }
}
