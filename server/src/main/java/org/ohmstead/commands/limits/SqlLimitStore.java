package org.ohmstead.commands.limits;

import static org.ohmstead.db.schema.Tables.STATION_LIMIT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ohmstead.commands.limits.StationLimits.Told;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.nodes.Invalidations;
import org.ohmstead.stations.StationRef;

/** The rows of what stations told of their limits. */
@Singleton
public class SqlLimitStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlLimitStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    Map<StationLimit, Told> of(StationRef station) {
        Map<StationLimit, Told> told = new EnumMap<>(StationLimit.class);
        database.read(station.scope())
                .selectFrom(STATION_LIMIT)
                .where(STATION_LIMIT.TENANT_ID.eq(station.tenant()), STATION_LIMIT.STATION_ID.eq(station.id()))
                .forEach(row -> Stream.of(StationLimit.values())
                        .filter(limit -> word(limit).equals(row.getName()))
                        .forEach(limit -> told.put(limit, new Told(row.getMost(), row.getToldAt()))));
        return told;
    }

    void put(StationRef station, Map<StationLimit, Long> told, Instant now) {
        commits.write(station.scope(), station.id(), tx -> {
            told.forEach((limit, most) -> tx.sql()
                    .insertInto(STATION_LIMIT)
                    .set(STATION_LIMIT.TENANT_ID, station.tenant())
                    .set(STATION_LIMIT.STATION_ID, station.id())
                    .set(STATION_LIMIT.NAME, word(limit))
                    .set(STATION_LIMIT.MOST, most)
                    .set(STATION_LIMIT.TOLD_AT, now)
                    .onConflict(STATION_LIMIT.TENANT_ID, STATION_LIMIT.STATION_ID, STATION_LIMIT.NAME)
                    .doUpdate()
                    .set(STATION_LIMIT.MOST, most)
                    .set(STATION_LIMIT.TOLD_AT, now)
                    .execute());
            return null;
        });
    }

    private static String word(StationLimit limit) {
        return limit.name().toLowerCase(Locale.ROOT);
    }

    Invalidations invalidations() {
        return commits.node().invalidations();
    }
}
