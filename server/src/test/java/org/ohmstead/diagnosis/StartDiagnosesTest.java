package org.ohmstead.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.messagelog.MessageLog;
import org.ohmstead.messagelog.MessageLogSettings;
import org.ohmstead.messagelog.SqlMessageStore;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.Tokens;

/** Each thing that can keep a session from starting; the same on SQLite and on PostgreSQL. */
class StartDiagnosesTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Instant NOON = Instant.parse("2026-05-02T12:00:00Z");

    /** A station that is connected, accepted and free, and a token that is known. */
    private static final class World implements AutoCloseable {
        final TestStations slice;
        final StationRef station;
        final StartDiagnoses diagnoses;
        final Tokens tokens;

        World(TestDatabases.Kind kind) {
            slice = new TestStations(kind.open());
            slice.clock.advance(Duration.between(slice.clock.instant(), NOON));
            station = slice.station("CP-7");
            tokens = new Tokens(new SqlTokenStore(slice.database, slice.commits), slice.audit, slice.clock);
            SqlStartEvidence evidence = new SqlStartEvidence(slice.database);
            MessageLog log =
                    new MessageLog(new SqlMessageStore(slice.database, slice.commits), MessageLogSettings.defaults());
            diagnoses = new StartDiagnoses(
                    new StationChecks(new SqlStationEvidence(slice.database), slice.clocks),
                    new TokenChecks(evidence, tokens, log),
                    new StartChecks(evidence),
                    evidence,
                    tokens,
                    slice.clock);
            token("KNOWN", false, null);
            sql("update station set registration = 'accepted' where id = ?", station.id());
            slice.stations.changed(station);
        }

        void token(String value, boolean blocked, @Nullable Instant expires) {
            tokens.create(
                    Actor.LOCAL,
                    new Token(
                            value, "ISO14443", null, blocked, expires, 0, java.util.List.of(), null, null, null, null));
        }

        void connected(@Nullable Instant until) {
            sql(
                    "insert into connection (tenant_id, station_id, ocpp_version, remote_address, path, opened_at, closed_at,"
                            + " close_code, close_reason) values (1, ?, '1.6', '::1', '/', ?, ?, ?, ?)",
                    station.id(),
                    NOON.minusSeconds(7200),
                    until,
                    until == null ? null : 1006,
                    until == null ? null : "gone");
        }

        void connector(String status) {
            sql(
                    "insert into connector (tenant_id, station_id, evse, connector, status, raw_status, received_at)"
                            + " values (1, ?, 1, 1, ?, 'x', ?)",
                    station.id(),
                    status,
                    NOON.minusSeconds(3600));
        }

        void session(@Nullable Instant ended, String token, String verdict, @Nullable String charging) {
            sql(
                    "insert into charging_session (tenant_id, station_id, ocpp_version, evse, connector, generation, state,"
                            + " token_value, token_key, token_verdict, started_at, received_at, ended_at, charging_state,"
                            + " stop_reason, is_offline, updated_at)"
                            + " values (1, ?, '1.6', 1, 1, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    station.id(),
                    ended == null ? "open" : "ended",
                    token,
                    Token.key(token),
                    verdict,
                    NOON.minusSeconds(60),
                    NOON.minusSeconds(60),
                    ended,
                    charging,
                    ended == null ? null : "de_authorized",
                    false,
                    NOON);
        }

        void sql(String statement, @Nullable Object... values) {
            slice.commits.write(station.scope(), station.id(), tx -> {
                tx.later(statement, values);
                return null;
            });
        }

        StartDiagnosis diagnosis(@Nullable String token) {
            return diagnoses.of(slice.now(station), token, null);
        }

        String conclusion(@Nullable String token) {
            return diagnosis(token).conclusion();
        }

        StartCheck check(@Nullable String token, CheckName name) {
            return diagnosis(token).checks().stream()
                    .filter(check -> check.check().equals(name.word()))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            slice.close();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void where_nothing_is_wrong_nothing_is_found(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connected(null);
            world.connector("available");
            StartDiagnosis found = world.diagnosis("known");
            assertThat(found.conclusion()).isEqualTo("nothing_found");
            assertThat(found.checks())
                    .extracting(check -> check.check() + " " + check.code())
                    .containsExactly(
                            "connection connected",
                            "registration accepted",
                            "connector connector_ready",
                            "authorization token_accepted",
                            "reservation not_reserved",
                            "block not_blocked",
                            "remoteStart no_remote_start",
                            "transactionEvent no_session",
                            "chargingProfile no_limit_of_zero",
                            "fault no_fault",
                            "clock clock_not_measured");
            assertThat(world.check(null, CheckName.AUTHORIZATION).code()).isEqualTo("nothing_asked");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_that_was_away_says_since_when_and_why(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            assertThat(world.conclusion("KNOWN")).isEqualTo("never_connected");
            world.connected(NOON.minusSeconds(3600));
            assertThat(world.conclusion("KNOWN")).isEqualTo("not_connected");
            StartCheck check = world.check("KNOWN", CheckName.CONNECTION);
            assertThat(check.at()).isEqualTo(NOON.minusSeconds(3600));
            assertThat(check.facts().path("closeReason").asText()).isEqualTo("gone");
            world.connected(NOON.minusSeconds(60));
            assertThat(world.conclusion("KNOWN")).isEqualTo("disconnected");
            world.sql(
                    "insert into connection_attempt (tenant_id, attempted_at, remote_address, path, identity, reason,"
                            + " occurred, last_at) values (1, ?, '::1', '/ocpp', 'cp-7', 'wrong_password', 1, ?)",
                    NOON,
                    NOON);
            assertThat(world.conclusion("KNOWN")).isEqualTo("turned_away");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_that_does_not_take_part_or_is_out_of_use_says_so(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connected(null);
            world.connector("unavailable");
            assertThat(world.conclusion("KNOWN")).isEqualTo("connector_unavailable");
            world.sql("update connector set status = 'faulted', error_code = 'GroundFailure'");
            assertThat(world.conclusion("KNOWN")).isEqualTo("connector_faulted");
            assertThat(world.check(null, CheckName.FAULT)
                            .facts()
                            .path("errorCode")
                            .asText())
                    .isEqualTo("GroundFailure");
            world.sql("update connector set status = 'charging'");
            assertThat(world.conclusion("KNOWN")).isEqualTo("connector_busy");
            world.sql(
                    "insert into connector_block (tenant_id, station_id, evse, connector, number, reason, blocked_by, blocked_at,"
                            + " result) values (1, ?, 0, 0, 1, 'works', 'user anna', ?, 'accepted')",
                    world.station.id(),
                    NOON.minusSeconds(900));
            world.sql("update connector set status = 'available'");
            assertThat(world.conclusion("KNOWN")).isEqualTo("blocked");
            world.slice.admission(world.station, Admission.PENDING);
            assertThat(world.conclusion("KNOWN")).isEqualTo("registration_pending");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_token_says_what_stands_against_it(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connected(null);
            world.connector("available");
            world.token("STOLEN", true, null);
            world.token("OLD", false, NOON);
            assertThat(world.conclusion("STRANGE")).isEqualTo("token_unknown");
            assertThat(world.conclusion("STOLEN")).isEqualTo("token_blocked");
            assertThat(world.conclusion("OLD")).isEqualTo("token_expired");
            world.sql(
                    "insert into reservation (tenant_id, station_id, number, token, token_key, evse, state, actor, created_at,"
                            + " expires_at, changed_at) values (1, ?, 1, 'MATE', 'mate', 1, 'accepted', 'x', ?, ?, ?)",
                    world.station.id(),
                    NOON.minusSeconds(60),
                    NOON.plusSeconds(60),
                    NOON.minusSeconds(60));
            assertThat(world.conclusion("KNOWN")).isEqualTo("reserved_for_other");
            assertThat(world.check(null, CheckName.RESERVATION).code()).isEqualTo("reserved");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_became_of_a_session_says_more_than_what_else_is_wrong(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connected(null);
            world.connector("available");
            world.session(NOON.minusSeconds(30), "KNOWN", "accepted", null);
            assertThat(world.conclusion("KNOWN")).isEqualTo("ended_at_once");
            StartCheck ended = world.check("KNOWN", CheckName.TRANSACTION_EVENT);
            assertThat(ended.facts().path("stopReason").asText()).isEqualTo("de_authorized");
            assertThat(ended.evidence()).hasSize(1);
            world.sql("update charging_session set token_verdict = 'concurrent'");
            world.sql(
                    "insert into session_event (tenant_id, session_id, kind, action, received_at, is_offline, digest, detail_json)"
                            + " select 1, id, 'started', 'StartTransaction', ?, is_offline, 1,"
                            + " '{\"said\":{\"tokenRefusedBecause\":\"it has them\"}}' from charging_session",
                    NOON);
            assertThat(world.conclusion("KNOWN")).isEqualTo("token_refused");
            assertThat(world.check(null, CheckName.AUTHORIZATION)
                            .facts()
                            .path("reason")
                            .asText())
                    .isEqualTo("it has them");
            world.sql("delete from session_event");
            world.sql("delete from charging_session");
            world.session(null, "KNOWN", "accepted", "suspended_by_ev");
            assertThat(world.conclusion("KNOWN")).isEqualTo("started_not_charging");
            world.sql("update charging_session set charging_state = 'charging'");
            assertThat(world.conclusion(null)).isEqualTo("started");
            world.sql(
                    "insert into charging_profile (tenant_id, station_id, number, evse, purpose, stack_level, profile_json,"
                            + " source, state, created_at, changed_at) values (1, ?, 1, 1, 'TxDefaultProfile', 0, ?, 'csms',"
                            + " 'accepted', ?, ?)",
                    world.station.id(),
                    "{\"chargingSchedule\":[{\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":0}]}]}",
                    NOON.minusSeconds(60),
                    NOON.minusSeconds(60));
            assertThat(world.conclusion("KNOWN")).isEqualTo("limited_to_zero");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_remote_start_says_what_came_of_it(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connected(null);
            world.connector("available");
            world.sql(
                    "insert into remote_start (tenant_id, station_id, command_id, token, state, note, actor, requested_at)"
                            + " values (1, ?, 1, 'known', 'rejected', 'no', 'x', ?)",
                    world.station.id(),
                    NOON.minusSeconds(60));
            assertThat(world.conclusion("KNOWN")).isEqualTo("remote_start_rejected");
            world.sql("update remote_start set state = 'expired'");
            assertThat(world.conclusion("KNOWN")).isEqualTo("remote_start_expired");
            assertThat(world.conclusion(null)).isEqualTo("remote_start_expired");
            assertThat(world.check("KNOWN", CheckName.REMOTE_START).evidence()).hasSize(1);
        }
    }
}
