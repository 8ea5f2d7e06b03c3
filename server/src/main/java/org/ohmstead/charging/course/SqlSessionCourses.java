package org.ohmstead.charging.course;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.METER_READING;
import static org.ohmstead.db.schema.Tables.METER_ROLLUP;
import static org.ohmstead.db.schema.Tables.SESSION_EVENT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.course.SessionCourse.Moment;
import org.ohmstead.charging.lists.SqlSessionPages;
import org.ohmstead.charging.readings.ChargingJson;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.store.SqlSessionRow;
import org.ohmstead.charging.trail.TrailEntry;
import org.ohmstead.charging.trail.TransactionFacts;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;

/** Reads what sessions rest on. Old readings tell the ends of their quarters of an hour alone. */
@Singleton
public class SqlSessionCourses {
    private final Database database;
    private final SqlSessionPages sessions;

    @Inject
    public SqlSessionCourses(Database database, SqlSessionPages sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    /** A session as it stands now. */
    Optional<ChargingSession> session(Scope scope, long id) {
        return sessions.session(scope, id);
    }

    /** The session that went on at an EVSE at a moment; of several the newest. */
    Optional<ChargingSession> at(StationRef station, int evse, Instant at) {
        return database.read(station.scope())
                .selectFrom(CHARGING_SESSION)
                .where(CHARGING_SESSION.TENANT_ID.eq(station.tenant()))
                .and(CHARGING_SESSION.STATION_ID.eq(station.id()))
                .and(CHARGING_SESSION.EVSE.eq(evse))
                .and(CHARGING_SESSION.STARTED_AT.le(at))
                .and(CHARGING_SESSION.ENDED_AT.isNull().or(CHARGING_SESSION.ENDED_AT.ge(at)))
                .orderBy(CHARGING_SESSION.STARTED_AT.desc(), CHARGING_SESSION.ID.desc())
                .limit(1)
                .fetchOptional(row -> SqlSessionRow.read(row, station));
    }

    /** @param session as of which the price is worked out; its readings are those that stand by now */
    SessionCourse of(ChargingSession session) {
        List<Moment> moments = new ArrayList<>();
        long tenant = session.origin().station().tenant();
        DSLContext sql = database.read(session.origin().station().scope());
        readings(sql, tenant, session.id(), moments);
        rollups(sql, tenant, session.id(), moments);
        if (session.origin().version().isV2()) {
            states(sql, tenant, session.id(), moments);
        }
        moments.sort(Comparator.comparing(Moment::at));
        return new SessionCourse(session, moments);
    }

    private static void readings(DSLContext sql, long tenant, long session, List<Moment> moments) {
        sql.select(METER_READING.SAMPLED_AT, METER_READING.ENERGY_WH, METER_READING.POWER_W)
                .from(METER_READING)
                .where(METER_READING.TENANT_ID.eq(tenant))
                .and(METER_READING.SESSION_ID.eq(session))
                .and(METER_READING.ENERGY_WH.isNotNull().or(METER_READING.POWER_W.isNotNull()))
                .orderBy(METER_READING.ID)
                .forEach(row -> moments.add(new Moment(
                        row.value1(), SqlSessionRow.decimal(row.value2()), SqlSessionRow.decimal(row.value3()), null)));
    }

    private static void rollups(DSLContext sql, long tenant, long session, List<Moment> moments) {
        sql.select(
                        METER_ROLLUP.ENERGY_FIRST_AT,
                        METER_ROLLUP.ENERGY_FIRST_WH,
                        METER_ROLLUP.ENERGY_LAST_AT,
                        METER_ROLLUP.ENERGY_LAST_WH)
                .from(METER_ROLLUP)
                .where(METER_ROLLUP.TENANT_ID.eq(tenant))
                .and(METER_ROLLUP.SESSION_ID.eq(session))
                .orderBy(METER_ROLLUP.FROM_AT, METER_ROLLUP.ID)
                .forEach(row -> Stream.of(end(row.value1(), row.value2()), end(row.value3(), row.value4()))
                        .flatMap(Optional::stream)
                        .forEach(moments::add));
    }

    private static Optional<Moment> end(@Nullable Instant at, @Nullable BigDecimal wh) {
        return at == null ? Optional.empty() : Optional.of(new Moment(at, SqlSessionRow.decimal(wh), null, null));
    }

    private static void states(DSLContext sql, long tenant, long session, List<Moment> moments) {
        sql.select(SESSION_EVENT.DETAIL_JSON)
                .from(SESSION_EVENT)
                .where(SESSION_EVENT.TENANT_ID.eq(tenant))
                .and(SESSION_EVENT.SESSION_ID.eq(session))
                .and(SESSION_EVENT.KIND.ne(TrailEntry.Kind.ANOMALY.word()))
                .orderBy(SESSION_EVENT.ID)
                .forEach(row -> {
                    TransactionFacts facts = ChargingJson.read(row.value1(), TrailEntry.Detail.class)
                            .facts();
                    if (facts != null && facts.charging() != null) {
                        moments.add(new Moment(facts.at(), null, null, facts.charging()));
                    }
                });
    }
}
