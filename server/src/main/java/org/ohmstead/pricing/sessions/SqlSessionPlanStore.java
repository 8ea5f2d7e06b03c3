package org.ohmstead.pricing.sessions;

import static org.ohmstead.db.schema.Tables.SESSION_ACTIVITY;
import static org.ohmstead.db.schema.Tables.SESSION_PLAN;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.course.SessionCourse.Moment;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.pricing.catalogue.TariffUse;
import org.ohmstead.stations.StationRef;

/** By what sessions are charged, and what their vehicles did where their stations do not tell it of the session. */
@Singleton
public class SqlSessionPlanStore implements TariffUse {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlSessionPlanStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    public Optional<SessionPlan> find(StationRef station, long session) {
        return database.read(station.scope())
                .selectFrom(SESSION_PLAN)
                .where(SESSION_PLAN.TENANT_ID.eq(station.tenant()))
                .and(SESSION_PLAN.SESSION_ID.eq(session))
                .fetchOptional(row -> new SessionPlan(
                        row.getSessionId(),
                        row.getTariffId(),
                        row.getVersion(),
                        row.getAssignmentId(),
                        ZoneId.of(row.getZone()),
                        row.getKnown(),
                        row.getFixedAt()));
    }

    void put(StationRef station, SessionPlan plan) {
        commits.write(station.scope(), station.id(), tx -> {
            Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
            values.put(SESSION_PLAN.TARIFF_ID, plan.tariff());
            values.put(SESSION_PLAN.VERSION, plan.version());
            values.put(SESSION_PLAN.ASSIGNMENT_ID, plan.assignment());
            values.put(SESSION_PLAN.ZONE, plan.zone().getId());
            values.put(SESSION_PLAN.KNOWN, plan.known());
            values.put(SESSION_PLAN.FIXED_AT, plan.fixedAt());
            return tx.sql()
                    .insertInto(SESSION_PLAN)
                    .set(SESSION_PLAN.TENANT_ID, station.tenant())
                    .set(SESSION_PLAN.SESSION_ID, plan.session())
                    .set(values)
                    .onConflict(SESSION_PLAN.SESSION_ID, SESSION_PLAN.TENANT_ID)
                    .doUpdate()
                    .set(values)
                    .execute();
        });
    }

    /** The vehicle does something else from then on. */
    void saw(StationRef station, long session, Instant at, ChargingState state) {
        commits.write(station.scope(), station.id(), tx -> tx.sql()
                .insertInto(SESSION_ACTIVITY)
                .set(SESSION_ACTIVITY.TENANT_ID, station.tenant())
                .set(SESSION_ACTIVITY.SESSION_ID, session)
                .set(SESSION_ACTIVITY.SEEN_AT, at.truncatedTo(ChronoUnit.MICROS))
                .set(SESSION_ACTIVITY.ACTIVITY, state.word())
                .onConflict(SESSION_ACTIVITY.SESSION_ID, SESSION_ACTIVITY.TENANT_ID, SESSION_ACTIVITY.SEEN_AT)
                .doUpdate()
                .set(SESSION_ACTIVITY.ACTIVITY, state.word())
                .execute());
    }

    /** In the order of their times. */
    List<Moment> activities(StationRef station, long session) {
        return database.read(station.scope())
                .selectFrom(SESSION_ACTIVITY)
                .where(SESSION_ACTIVITY.TENANT_ID.eq(station.tenant()))
                .and(SESSION_ACTIVITY.SESSION_ID.eq(session))
                .orderBy(SESSION_ACTIVITY.SEEN_AT)
                .fetch(row -> new Moment(
                        row.getSeenAt(),
                        null,
                        null,
                        ChargingState.valueOf(row.getActivity().toUpperCase(Locale.ROOT))));
    }

    /** A session that runs is no hindrance: it keeps what it began with. */
    @Override
    public Optional<String> current(Tx tx, long tenant, long tariff) {
        return Optional.empty();
    }

    @Override
    public Optional<String> ever(Tx tx, long tenant, long tariff) {
        int count =
                tx.sql().fetchCount(SESSION_PLAN, SESSION_PLAN.TENANT_ID.eq(tenant), SESSION_PLAN.TARIFF_ID.eq(tariff));
        return count == 0 ? Optional.empty() : Optional.of(count + (count == 1 ? " session" : " sessions"));
    }
}
