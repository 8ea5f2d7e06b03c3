package org.ohmstead.doctor.troubles;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;
import static org.ohmstead.db.schema.Tables.CONNECTION;
import static org.ohmstead.db.schema.Tables.SECURITY_EVENT;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.StationRef;

/** Looks for what speaks for a trouble, one query for each kind, however many stations there are. */
@Singleton
public class SqlTroubleSigns {
    static final Duration LATELY = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** As often as for two devices in SharedIdentities. */
    private static final int REPLACED = 3;

    private final Database database;
    private final TroubleSettings settings;

    @Inject
    public SqlTroubleSigns(Database database, TroubleSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    List<Sign> flapping(Instant now) {
        Field<Integer> often = count();
        return database.read(Scope.everywhere())
                .select(STATION.TENANT_ID, STATION.ID, STATION.IDENTITY)
                .select(often)
                .from(CONNECTION)
                .join(STATION)
                .on(STATION.TENANT_ID.eq(CONNECTION.TENANT_ID), STATION.ID.eq(CONNECTION.STATION_ID))
                .where(CONNECTION.OPENED_AT.ge(now.minus(LATELY)))
                .groupBy(STATION.TENANT_ID, STATION.ID, STATION.IDENTITY)
                .having(often.ge(Math.max(2, settings.reconnects() / 2)))
                .fetch(row -> new Sign(
                        ref(row.get(STATION.TENANT_ID), row.get(STATION.ID), row.get(STATION.IDENTITY)),
                        TroubleKind.FLAPPING,
                        row.get(often) >= settings.reconnects(),
                        row.get(often),
                        null));
    }

    /** The old connection is closed by us when a newer one has replaced it. */
    List<Sign> shared(Instant now) {
        Field<Integer> often = count();
        Field<Instant> last = max(CONNECTION.OPENED_AT);
        Field<String> one = min(CONNECTION.REMOTE_ADDRESS);
        Field<String> other = max(CONNECTION.REMOTE_ADDRESS);
        return database.read(Scope.everywhere())
                .select(STATION.TENANT_ID, STATION.ID, STATION.IDENTITY)
                .select(often, last, one, other)
                .from(CONNECTION)
                .join(STATION)
                .on(STATION.TENANT_ID.eq(CONNECTION.TENANT_ID), STATION.ID.eq(CONNECTION.STATION_ID))
                .where(CONNECTION.OPENED_AT.ge(now.minus(HOUR)))
                .and(CONNECTION.CLOSE_REASON.startsWith("replaced by"))
                .groupBy(STATION.TENANT_ID, STATION.ID, STATION.IDENTITY)
                .fetch(row -> new Sign(
                        ref(row.get(STATION.TENANT_ID), row.get(STATION.ID), row.get(STATION.IDENTITY)),
                        TroubleKind.IDENTITY_SHARED,
                        row.get(often) >= REPLACED && row.get(last).isAfter(now.minus(LATELY)),
                        row.get(often),
                        row.get(one).equals(row.get(other)) ? row.get(one) : row.get(one) + ", " + row.get(other)));
    }

    List<Sign> clocks() {
        long tolerance = settings.clockTolerance().toMillis();
        return database.read(Scope.everywhere())
                .select(STATION.TENANT_ID, STATION.ID, STATION.IDENTITY, STATION.CLOCK_AHEAD_MS)
                .from(STATION)
                .where(STATION.CLOCK_AHEAD_MS.gt(tolerance).or(STATION.CLOCK_AHEAD_MS.lt(-tolerance)))
                .fetch(row -> new Sign(
                        ref(row.value1(), row.value2(), row.value3()),
                        TroubleKind.CLOCK_OFF,
                        true,
                        Duration.ofMillis(row.value4()).toSeconds(),
                        null));
    }

    List<Sign> silent(Instant now) {
        Duration usual = settings.heartbeatInterval();
        return database
                .read(Scope.everywhere())
                .select(STATION.TENANT_ID, STATION.ID, STATION.IDENTITY)
                .select(STATION.LAST_SEEN_AT, STATION.HEARTBEAT_INTERVAL_S)
                .from(CONNECTION)
                .join(STATION)
                .on(STATION.TENANT_ID.eq(CONNECTION.TENANT_ID), STATION.ID.eq(CONNECTION.STATION_ID))
                .where(CONNECTION.CLOSED_AT.isNull())
                .and(STATION.REGISTRATION.eq(Registration.ACCEPTED.word()))
                .and(STATION.HEARTBEAT_INTERVAL_S
                        .isNotNull()
                        .or(STATION.LAST_SEEN_AT.lt(now.minus(usual.multipliedBy(settings.missedBeats())))))
                .and(CONNECTION.OPENED_AT.lt(now.minus(LATELY)))
                .fetch()
                .stream()
                .flatMap(row -> {
                    Integer own = row.get(STATION.HEARTBEAT_INTERVAL_S);
                    Duration interval = own == null ? usual : Duration.ofSeconds(own);
                    Instant seen = row.get(STATION.LAST_SEEN_AT);
                    boolean isSilent =
                            seen != null && seen.isBefore(now.minus(interval.multipliedBy(settings.missedBeats())));
                    StationRef ref = ref(row.get(STATION.TENANT_ID), row.get(STATION.ID), row.get(STATION.IDENTITY));
                    return Optional.of(ref)
                            .filter(any -> isSilent)
                            .map(station -> new Sign(
                                    station,
                                    TroubleKind.SILENT,
                                    true,
                                    Duration.between(seen, now).toSeconds(),
                                    null))
                            .stream();
                })
                .distinct()
                .toList();
    }

    List<Sign> securityEvents(Instant now) {
        Field<BigDecimal> often = sum(SECURITY_EVENT.OCCURRED);
        Field<Instant> last = max(coalesce(SECURITY_EVENT.LAST_RECEIVED_AT, SECURITY_EVENT.RECEIVED_AT));
        return database.read(Scope.everywhere())
                .select(STATION.TENANT_ID, STATION.ID, STATION.IDENTITY)
                .select(SECURITY_EVENT.TYPE, often, last)
                .from(SECURITY_EVENT)
                .join(STATION)
                .on(STATION.TENANT_ID.eq(SECURITY_EVENT.TENANT_ID), STATION.ID.eq(SECURITY_EVENT.STATION_ID))
                .where(SECURITY_EVENT.RECEIVED_AT.ge(now.minus(DAY)))
                .groupBy(STATION.TENANT_ID, STATION.ID, STATION.IDENTITY, SECURITY_EVENT.TYPE)
                .having(often.ge(BigDecimal.valueOf(settings.securityEvents())))
                .and(last.ge(now.minus(HOUR)))
                .orderBy(often.desc())
                .fetch(row -> new Sign(
                        ref(row.get(STATION.TENANT_ID), row.get(STATION.ID), row.get(STATION.IDENTITY)),
                        TroubleKind.SECURITY_EVENTS,
                        !row.get(last).isBefore(now.minus(LATELY)),
                        row.get(often).longValue(),
                        row.get(SECURITY_EVENT.TYPE)));
    }

    private static StationRef ref(long tenant, long id, String identity) {
        return new StationRef(tenant, id, identity);
    }
}
