package org.ohmstead.doctor.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.doctor.TestProblems;
import org.ohmstead.doctor.troubles.TroubleSettings;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.AttemptHint;
import org.ohmstead.stations.oddities.Oddity;

/** Each thing that can be wrong with a station, and that nothing is; the same on SQLite and on PostgreSQL. */
class StationDiagnosesTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static final class World implements AutoCloseable {
        final TestStations slice;
        final StationRef station;
        final StationDiagnoses diagnoses;

        World(TestDatabases.Kind kind) {
            slice = new TestStations(kind.open());
            slice.clock.advance(Duration.ofHours(3));
            station = slice.station("CP-7");
            SqlHourEvidence evidence = new SqlHourEvidence(slice.database);
            diagnoses = new StationDiagnoses(
                    new ConnectionFindings(
                            evidence,
                            TestProblems.of(slice),
                            slice.oddities,
                            slice.links,
                            slice.lastSeen,
                            TroubleSettings.defaults()),
                    new StationFindings(evidence, slice.clocks, slice.serials),
                    slice.clock);
            sql("update station set registration = 'accepted' where id = ?", station.id());
            slice.lastSeen.seen(station, slice.clock.instant());
        }

        void connected(Duration ago, String closed) {
            Instant opened = slice.clock.instant().minus(ago);
            sql(
                    "insert into connection (tenant_id, station_id, ocpp_version, remote_address, path, opened_at, closed_at,"
                            + " close_reason) values (1, ?, '1.6', '10.0.0.7', '/', ?, ?, ?)",
                    station.id(),
                    opened,
                    closed == null ? null : opened.plusSeconds(30),
                    closed);
        }

        void sql(String statement, Object... values) {
            slice.commits.write(station.scope(), station.id(), tx -> {
                tx.later(statement, values);
                return null;
            });
            slice.stations.changed(station);
        }

        StationDiagnosis diagnosis() {
            return diagnoses.of(slice.now(station));
        }

        List<String> codes() {
            return diagnosis().findings().stream().map(Finding::code).toList();
        }

        Finding first() {
            return diagnosis().findings().getFirst();
        }

        @Override
        public void close() {
            slice.close();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void nothing_is_wrong_with_one_that_is_connected_and_accepted(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connected(Duration.ofHours(2), null);
            StationDiagnosis diagnosis = world.diagnosis();
            assertThat(diagnosis.healthy()).isTrue();
            assertThat(diagnosis.conclusion()).isEqualTo("Nothing is wrong.");
            assertThat(world.codes()).containsExactly("connected");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_never_came_and_is_refused_is_told_why(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.slice.connections.refused(
                    new Attempt(
                            1,
                            world.slice.clock.instant(),
                            "10.0.0.7",
                            "/ocpp/CP-7",
                            "cp-7",
                            "ocpp1.6",
                            Attempt.Reason.WRONG_PASSWORD,
                            "the password is wrong"),
                    () -> Optional.of(AttemptHint.of(AttemptHint.Kind.PASSWORD_WITH_BLANKS)));
            world.slice.attempts.flush();
            StationDiagnosis diagnosis = world.diagnosis();
            assertThat(diagnosis.healthy()).isFalse();
            assertThat(world.codes()).containsExactly("refused", "never_connected");
            assertThat(diagnosis.conclusion())
                    .startsWith("It was refused once: The password")
                    .contains("line end");
            assertThat(diagnosis.findings().getFirst().advice()).contains("without blanks");
            assertThat(diagnosis.findings().getFirst().evidence())
                    .extracting(Finding.Evidence::kind)
                    .containsExactly("connection-problem");
            world.connected(Duration.ZERO, null);
            assertThat(world.codes()).as("it got in").containsExactly("refused_before", "connected");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_is_gone_says_why_its_connection_ended(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connected(Duration.ofHours(2), "the connection was lost");
            assertThat(world.first().code()).isEqualTo("not_connected");
            assertThat(world.first().sentence()).endsWith("the connection was lost.");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void reconnects_are_counted_with_their_reasons(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connected(Duration.ofMinutes(50), "closed by the station");
            world.connected(Duration.ofMinutes(40), null);
            assertThat(world.codes()).containsExactly("reconnected", "connected");
            for (int i = 0; i < 5; i++) {
                world.connected(Duration.ofMinutes(30), "the connection was lost");
            }
            world.connected(Duration.ofMinutes(5), null);
            assertThat(world.first().code()).isEqualTo("flapping");
            assertThat(world.first().count()).isEqualTo(8);
            assertThat(world.first().sentence()).contains("the connection was lost (5)", "closed by the station (1)");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void two_devices_of_one_identity_come_before_all_else(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            for (int i = 0; i < 3; i++) {
                world.connected(Duration.ofMinutes(9), "replaced by a newer connection");
            }
            world.connected(Duration.ofMinutes(5), null);
            assertThat(world.first().code()).isEqualTo("identity_shared");
            assertThat(world.first().sentence()).contains("3 times", "10.0.0.7");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_is_connected_and_silent_is_told(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connected(Duration.ofHours(2), null);
            world.slice.clock.advance(Duration.ofMinutes(16));
            assertThat(world.first().code()).isEqualTo("silent");
            assertThat(world.first().sentence()).contains("16 min", "every 5 min");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void where_it_stands_with_its_registration_is_told(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connected(Duration.ofHours(2), null);
            world.sql(
                    "update station set last_boot_at = ? where id = ?",
                    world.slice.clock.instant(),
                    world.station.id());
            assertThat(world.codes()).contains("booted");
            world.slice.admission(world.station, Admission.PENDING);
            assertThat(world.first().code()).isEqualTo("registration_pending");
            world.slice.admission(world.station, Admission.REJECTED);
            assertThat(world.first().code()).isEqualTo("registration_rejected");
            world.slice.admission(world.station, Admission.ACCEPTED);
            world.sql("update station set registration = 'none' where id = ?", world.station.id());
            assertThat(world.first().code()).isEqualTo("not_booted");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void clock_commands_faults_and_security_events_are_told_in_the_order_of_their_weight(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            Instant now = world.slice.clock.instant();
            world.connected(Duration.ofHours(2), null);
            world.sql(
                    "update station set clock_ahead_ms = 90000, clock_since_at = ?, clock_measured_at = ? where id = ?",
                    now,
                    now,
                    world.station.id());
            world.sql(
                    "insert into command (tenant_id, station_id, action, payload_json, actor, state, outcome, patience_millis,"
                            + " created_at, ended_at) values (1, ?, 'Reset', '{}', 'local', 'ended', 'timedOut', 1, ?, ?)",
                    world.station.id(),
                    now,
                    now);
            world.sql(
                    "insert into connector (tenant_id, station_id, evse, connector, status, raw_status, error_code,"
                            + " received_at) values (1, ?, 1, 1, 'faulted', 'Faulted', 'GroundFailure', ?)",
                    world.station.id(),
                    now);
            world.sql(
                    "insert into security_event (tenant_id, station_id, type, station_at, received_at, tech_info, digest,"
                            + " occurred) values (1, ?, 'InvalidTLSVersion', ?, ?, '', 1, 12)",
                    world.station.id(),
                    now,
                    now);
            world.slice.deviations.count(
                    world.station, "Heartbeat", List.of(new Deviation("x", Rule.UNKNOWN_FIELD, "1", "nothing")), now);
            world.slice.deviations.flush();
            world.slice.oddities.count(world.station, Map.of(Oddity.NO_SUBPROTOCOL, "OCPP 1.6"), now);
            world.slice.oddities.flush();
            assertThat(world.codes())
                    .containsExactly(
                            "clock_off",
                            "commands_failed",
                            "faulted",
                            "security_events",
                            "deviations",
                            "odd_handshake",
                            "connected");
            assertThat(world.diagnosis().findings())
                    .extracting(Finding::sentence)
                    .anyMatch(sentence -> sentence.contains("90 s ahead"))
                    .anyMatch(sentence -> sentence.contains("Reset timedOut (1)"))
                    .anyMatch(sentence -> sentence.contains("EVSE 1 (GroundFailure)"))
                    .anyMatch(sentence -> sentence.contains("InvalidTLSVersion 12 times"));
        }
    }
}
