package org.ohmstead.stations.lists;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.CONNECTOR;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;

/** How some stations are: three queries, however many there are on the page. */
@Singleton
public class SqlStationSummaries {
    /** Power that was told earlier says nothing about now. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Database database;

    @Inject
    public SqlStationSummaries(Database database) {
        this.database = database;
    }

    private record Sessions(long open, BigDecimal powerW) {
        static final Sessions NONE = new Sessions(0, BigDecimal.ZERO);
    }

    /** By the ids of the stations. */
    Map<Long, StationSummary> of(Scope scope, List<Long> stations, Instant now) {
        if (stations.isEmpty()) {
            return Map.of();
        }
        Map<Long, Map<String, Long>> connectors = connectors(scope, stations);
        Map<Long, Sessions> sessions = sessions(scope, stations, now.minus(FRESH));
        Map<Long, StationSummary> summaries = new HashMap<>();
        Field<Integer> rank = SqlStationStatus.rank().as("rank");
        database.read(scope)
                .select(STATION.ID, rank)
                .from(STATION)
                .where(scope.of(STATION.TENANT_ID, STATION.ID))
                .and(STATION.ID.in(stations))
                .forEach(row -> {
                    Long id = row.get(STATION.ID);
                    Sessions running = sessions.getOrDefault(id, Sessions.NONE);
                    summaries.put(
                            id,
                            new StationSummary(
                                    SqlStationStatus.of(row.get(rank)).word(),
                                    connectors.getOrDefault(id, Map.of()),
                                    running.open(),
                                    running.powerW()));
                });
        return summaries;
    }

    private Map<Long, Map<String, Long>> connectors(Scope scope, List<Long> stations) {
        Map<Long, Map<String, Long>> found = new HashMap<>();
        database.read(scope)
                .select(CONNECTOR.STATION_ID, CONNECTOR.STATUS, count())
                .from(CONNECTOR)
                .where(scope.of(CONNECTOR.TENANT_ID, CONNECTOR.STATION_ID))
                .and(CONNECTOR.STATION_ID.in(stations))
                .and(CONNECTOR.EVSE.gt(0))
                .groupBy(CONNECTOR.STATION_ID, CONNECTOR.STATUS)
                .forEach(row -> found.computeIfAbsent(row.value1(), id -> new HashMap<>())
                        .put(row.value2(), row.value3().longValue()));
        return found;
    }

    private Map<Long, Sessions> sessions(Scope scope, List<Long> stations, Instant since) {
        Field<Integer> open = count();
        Field<BigDecimal> power = sum(when(
                coalesce(CHARGING_SESSION.LAST_METER_AT, CHARGING_SESSION.UPDATED_AT)
                        .ge(since),
                CHARGING_SESSION.POWER_W));
        Map<Long, Sessions> found = new HashMap<>();
        database.read(scope)
                .select(CHARGING_SESSION.STATION_ID, open, power)
                .from(CHARGING_SESSION)
                .where(scope.of(CHARGING_SESSION.TENANT_ID, CHARGING_SESSION.STATION_ID))
                .and(CHARGING_SESSION.STATION_ID.in(stations))
                .and(CHARGING_SESSION.STATE.eq(inline("open")))
                .groupBy(CHARGING_SESSION.STATION_ID)
                .forEach((Record row) -> found.put(
                        row.get(CHARGING_SESSION.STATION_ID), new Sessions(row.get(open), plain(row.get(power)))));
        return found;
    }

    /** SQLite adds as floating point. */
    private static BigDecimal plain(@Nullable BigDecimal sum) {
        if (sum == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal exact = sum.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0, RoundingMode.UNNECESSARY) : exact;
    }
}
