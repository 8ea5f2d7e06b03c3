package org.ohmstead.diagnosis;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.ohmstead.db.schema.Tables.CHARGING_PROFILE;
import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.REMOTE_START;
import static org.ohmstead.db.schema.Tables.RESERVATION;
import static org.ohmstead.db.schema.Tables.SESSION_EVENT;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** What is kept of starts around a moment: sessions, remote starts, reservations, charging profiles. */
@Singleton
public class SqlStartEvidence {
    private static final int MOST = 20;

    private final Database database;

    @Inject
    public SqlStartEvidence(Database database) {
        this.database = database;
    }

    record Begun(
            long id,
            Instant started,
            @Nullable Instant ended,
            @Nullable String token,
            @Nullable String tokenVerdict,
            @Nullable String chargingState,
            @Nullable String stopReason,
            @Nullable String closedBy) {}

    record Wanted(
            long id,
            Instant at,
            String state,
            @Nullable String note,
            @Nullable Integer evse) {}

    record Reserved(long id, String tokenKey, int evse, Instant from, Instant until) {}

    record Limit(long id, int evse, String purpose, JsonNode profile, Instant at) {}

    /** The newest first. A session of another token is none that was asked for. */
    List<Begun> sessions(Question question) {
        StationRef station = question.station();
        Condition token =
                question.tokenKey() == null ? noCondition() : CHARGING_SESSION.TOKEN_KEY.eq(question.tokenKey());
        return database.read(station.scope())
                .selectFrom(CHARGING_SESSION)
                .where(CHARGING_SESSION.TENANT_ID.eq(station.tenant()))
                .and(CHARGING_SESSION.STATION_ID.eq(station.id()))
                .and(CHARGING_SESSION.STARTED_AT.between(question.from(), question.to()))
                .and(token)
                .orderBy(CHARGING_SESSION.STARTED_AT.desc())
                .limit(MOST)
                .fetch(row -> new Begun(
                        row.getId(),
                        row.getStartedAt(),
                        row.getEndedAt(),
                        row.getTokenValue(),
                        row.getTokenVerdict(),
                        row.getChargingState(),
                        row.getStopReason(),
                        row.getClosedBy()));
    }

    /** Which rule had something against its token, as its trail says. */
    Optional<String> refusal(StationRef station, long session) {
        return database
                .read(station.scope())
                .select(SESSION_EVENT.DETAIL_JSON)
                .from(SESSION_EVENT)
                .where(SESSION_EVENT.TENANT_ID.eq(station.tenant()))
                .and(SESSION_EVENT.SESSION_ID.eq(session))
                .orderBy(SESSION_EVENT.ID)
                .limit(MOST)
                .fetch(row -> StoredJson.read(row.value1())
                        .path("said")
                        .path("tokenRefusedBecause")
                        .asText(""))
                .stream()
                .filter(reason -> !reason.isEmpty())
                .findFirst();
    }

    /** The newest. */
    Optional<Wanted> remoteStart(Question question) {
        StationRef station = question.station();
        String token = question.token();
        Condition same =
                token == null ? noCondition() : lower(REMOTE_START.TOKEN).eq(lower(token));
        return database.read(station.scope())
                .selectFrom(REMOTE_START)
                .where(REMOTE_START.TENANT_ID.eq(station.tenant()))
                .and(REMOTE_START.STATION_ID.eq(station.id()))
                .and(REMOTE_START.REQUESTED_AT.between(question.from(), question.to()))
                .and(same)
                .orderBy(REMOTE_START.ID.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Wanted(row.getId(), row.getRequestedAt(), row.getState(), row.getNote(), row.getEvse()));
    }

    /** Those that the station kept at the moment. One that was used is told by its session. */
    List<Reserved> reservations(Question question) {
        StationRef station = question.station();
        return database.read(station.scope())
                .selectFrom(RESERVATION)
                .where(RESERVATION.TENANT_ID.eq(station.tenant()))
                .and(RESERVATION.STATION_ID.eq(station.id()))
                .and(RESERVATION.CREATED_AT.le(question.at()))
                .and(RESERVATION.EXPIRES_AT.gt(question.at()))
                .and(RESERVATION
                        .STATE
                        .eq("accepted")
                        .or(RESERVATION
                                .STATE
                                .in("used", "cancelled", "expired", "removed")
                                .and(RESERVATION.CHANGED_AT.gt(question.at()))))
                .orderBy(RESERVATION.ID.desc())
                .limit(MOST)
                .fetch(row -> new Reserved(
                        row.getId(), row.getTokenKey(), row.getEvse(), row.getCreatedAt(), row.getExpiresAt()));
    }

    /** Those that stood at the moment, as far as that is kept. */
    List<Limit> profiles(Question question) {
        StationRef station = question.station();
        return database.read(station.scope())
                .selectFrom(CHARGING_PROFILE)
                .where(CHARGING_PROFILE.TENANT_ID.eq(station.tenant()))
                .and(CHARGING_PROFILE.STATION_ID.eq(station.id()))
                .and(CHARGING_PROFILE.CREATED_AT.le(question.to()))
                .and(CHARGING_PROFILE
                        .STATE
                        .in("accepted", "unanswered")
                        .or(CHARGING_PROFILE
                                .STATE
                                .in("cleared", "replaced", "over")
                                .and(CHARGING_PROFILE.CHANGED_AT.gt(question.at()))))
                .and(CHARGING_PROFILE.ENDS_AT.isNull().or(CHARGING_PROFILE.ENDS_AT.gt(question.at())))
                .orderBy(CHARGING_PROFILE.ID.desc())
                .limit(100)
                .fetch(row -> new Limit(
                        row.getId(),
                        row.getEvse(),
                        row.getPurpose(),
                        StoredJson.read(row.getProfileJson()),
                        row.getCreatedAt()));
    }
}
