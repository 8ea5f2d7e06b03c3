package org.ohmstead.stations.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ohmstead.stations.TestStations.TENANT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.deviations.StationDeviation;

class ConnectionsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    @ParameterizedTest
    @MethodSource(EACH)
    void a_connection_is_written_as_it_opens_and_as_it_closes(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            assertThat(slice.now(cp7).lastVersion()).isNull();
            long first = slice.connections.opened(cp7, OcppVersion.V16, "10.0.0.1", "/ocpp/CP-7");
            long second = slice.connections.opened(cp7, OcppVersion.V201, "10.0.0.2", "/ocpp/CP-7");
            assertThat(second).isGreaterThan(first);
            assertThat(slice.now(cp7).lastVersion()).isEqualTo(OcppVersion.V201);
            assertThat(page(slice, true)).hasSize(2);

            slice.clock.advance(Duration.ofSeconds(5));
            slice.connections.closed(cp7, first, 1001, "replaced");
            slice.connections.closed(cp7, first, 1006, "reported twice");
            slice.connections.flush();

            assertThat(page(slice, false)).singleElement().satisfies(connection -> {
                assertThat(connection.id()).isEqualTo(first);
                assertThat(connection.station()).isEqualTo("CP-7");
                assertThat(connection.ocppVersion()).isEqualTo("1.6");
                assertThat(connection.closedAt()).isEqualTo(slice.clock.instant());
                assertThat(connection.closeCode()).isEqualTo(1001);
                assertThat(connection.closeReason()).isEqualTo("replaced");
            });
            assertThat(page(slice, true)).extracting(StationConnection::id).containsExactly(second);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_a_server_that_died_left_open_is_closed_at_the_next_start(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            slice.connections.opened(cp7, OcppVersion.V16, "10.0.0.1", "/ocpp/CP-7");
            afterStart(slice).closeLeftOpen();
            assertThat(slice.events("station.connected")).hasSize(1);
            assertThat(slice.events("station.disconnected")).singleElement().satisfies(event -> assertThat(event)
                    .contains("\"identity\":\"CP-7\"", "\"reason\":\"server stopped\"")
                    .doesNotContain("\"code\""));
            assertThat(page(slice, null)).singleElement().satisfies(connection -> {
                assertThat(connection.closeReason()).isEqualTo("server stopped");
                assertThat(connection.closeCode()).isNull();
                assertThat(connection.closedAt()).isNotNull();
            });
        }
    }

    @Test
    void where_the_start_finds_no_database_it_is_closed_later_and_nobody_who_connects_then_is() {
        try (TestStations slice = new TestStations()) {
            StationRef cp7 = slice.station("CP-7");
            slice.connections.opened(cp7, OcppVersion.V16, "10.0.0.1", "/ocpp/CP-7");
            Connections started = afterStart(slice); // and its first look has failed
            started.opened(cp7, OcppVersion.V201, "10.0.0.2", "/ocpp/CP-7");
            started.flush();
            assertThat(page(slice, true))
                    .extracting(StationConnection::remoteAddress)
                    .containsExactly("10.0.0.2");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void when_a_station_was_last_seen_is_right_again_after_our_clock_was_ahead(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            Instant now = slice.clock.instant();
            for (Duration off : List.of(Duration.ofDays(30), Duration.ZERO, Duration.ofSeconds(-30))) {
                slice.lastSeen.seen(cp7, now.plus(off));
                slice.lastSeen.flush();
            }
            assertThat(slice.store
                            .find(Scope.tenant(1), "CP-7")
                            .orElseThrow()
                            .times()
                            .lastSeenAt())
                    .as("not that of a flush that came late")
                    .isEqualTo(now);
        }
    }

    /** As a server has it that was just started. */
    private static Connections afterStart(TestStations slice) {
        return new Connections(
                new SqlConnectionStore(slice.database, slice.commits, slice.store, new Outbox(slice.clock)),
                slice.stations,
                slice.attempts,
                slice.shared,
                slice.settings,
                slice.clock);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_reason_that_no_database_would_keep_is_kept_without_that_character(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            slice.connections.closed(
                    cp7, slice.connections.opened(cp7, OcppVersion.V16, "a", "/ocpp/CP-7\0"), 1000, "bye\0");
            slice.connections.flush();
            assertThat(page(slice, false))
                    .extracting(StationConnection::closeReason)
                    .containsExactly("bye");
        }
    }

    @Test
    void attempts_are_written_and_forgotten_also_after_our_clock_was_set_back() {
        try (TestStations slice = new TestStations()) {
            refuse(slice, "10.0.0.9", "/ocpp/X", Attempt.Reason.UNKNOWN_IDENTITY);
            slice.attempts.flush();
            slice.clock.advance(Duration.ofHours(-1));
            slice.attempts.flush();
            refuse(slice, "10.0.0.9", "/ocpp/X", Attempt.Reason.UNKNOWN_IDENTITY);
            slice.attempts.flush();
            assertThat(attempts(slice)).extracting(AttemptRow::occurred).containsExactly(1L, 1L);
        }
    }

    @Test
    void an_attempt_that_cannot_be_written_keeps_no_other_from_it() {
        try (TestStations slice = new TestStations()) {
            slice.commits.write(Scope.everywhere(), 1, tx -> tx.sql().execute("""
                    create trigger no_x before insert on connection_attempt when new.path = '/ocpp/X'
                    begin select raise(abort, 'not this one'); end"""));
            refuse(slice, "10.0.0.9", "/ocpp/X", Attempt.Reason.UNKNOWN_IDENTITY);
            refuse(slice, "10.0.0.9", "/ocpp/Y", Attempt.Reason.UNKNOWN_IDENTITY);
            slice.attempts.flush();
            assertThat(attempts(slice)).extracting(row -> row.first().path()).containsExactly("/ocpp/Y");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void connections_are_listed_newest_first_for_one_station_or_all_and_old_ones_are_cleared(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef one = slice.station("one");
            StationRef two = slice.station("two");
            for (int i = 0; i < 3; i++) {
                slice.connections.closed(one, slice.connections.opened(one, OcppVersion.V16, "a", "/one"), 1000, "");
            }
            long open = slice.connections.opened(two, OcppVersion.V21, "b", "/two");
            slice.connections.flush();
            Page<StationConnection> first =
                    slice.connections.page(Scope.tenant(TENANT), null, null, new Limit(3), null);
            assertThat(first.items()).extracting(StationConnection::station).containsExactly("two", "one", "one");
            assertThat(slice.connections
                            .page(Scope.tenant(TENANT), null, null, new Limit(3), Cursor.of(first.next()))
                            .items())
                    .hasSize(1);
            assertThat(slice.connections
                            .page(Scope.tenant(TENANT), two, null, Limit.USUAL, null)
                            .items())
                    .hasSize(1);

            slice.clock.advance(Duration.ofDays(91));
            slice.connections.prune();
            assertThat(page(slice, null)).extracting(StationConnection::id).containsExactly(open);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_same_attempt_within_a_minute_counts_up_and_a_later_one_is_a_new_row(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            refuse(slice, "10.0.0.9", "/ocpp/X", Attempt.Reason.UNKNOWN_IDENTITY);
            slice.attempts.flush();
            assertThat(attempts(slice)).singleElement().satisfies(row -> {
                assertThat(row.occurred()).isEqualTo(1);
                assertThat(row.first().path()).isEqualTo("/ocpp/X");
                assertThat(row.first().subprotocols()).isEqualTo("ocpp1.6");
                assertThat(row.first().reason()).isEqualTo(Attempt.Reason.UNKNOWN_IDENTITY);
            });
            slice.clock.advance(Duration.ofSeconds(30));
            refuse(slice, "10.0.0.9", "/ocpp/X", Attempt.Reason.UNKNOWN_IDENTITY);
            refuse(slice, "10.0.0.9", "/ocpp/X", Attempt.Reason.UNKNOWN_IDENTITY);
            slice.attempts.flush();
            assertThat(attempts(slice)).singleElement().satisfies(row -> {
                assertThat(row.occurred()).isEqualTo(3);
                assertThat(row.lastAt()).isEqualTo(slice.clock.instant());
            });
            slice.clock.advance(Duration.ofSeconds(31));
            slice.attempts.flush();
            refuse(slice, "10.0.0.9", "/ocpp/X", Attempt.Reason.UNKNOWN_IDENTITY);
            refuse(slice, "10.0.0.9", "/ocpp/X", Attempt.Reason.WRONG_PASSWORD);
            slice.attempts.flush();
            assertThat(attempts(slice)).extracting(AttemptRow::occurred).containsExactly(1L, 1L, 3L);

            slice.clock.advance(Duration.ofDays(31));
            slice.attempts.prune();
            assertThat(attempts(slice)).isEmpty();
        }
    }

    @Test // field note 137
    void a_scanner_gets_few_rows_and_leaves_room_for_others() {
        try (TestStations slice = new TestStations()) {
            for (int i = 0; i < 5_000; i++) {
                refuse(slice, "10.6.6.6", "/ocpp/guess-" + i, Attempt.Reason.UNKNOWN_IDENTITY);
            }
            refuse(slice, "10.0.0.9", "/ocpp/honest", Attempt.Reason.UNKNOWN_IDENTITY);
            refuse(slice, "10.6.6.6", "/ocpp/neighbour", Attempt.Reason.WRONG_PASSWORD);
            slice.attempts.flush();
            assertThat(attempts(slice)).hasSize(22);
            assertThat(attempts(slice).subList(0, 2))
                    .extracting(row -> row.first().path())
                    .containsExactly("/ocpp/neighbour", "/ocpp/honest");
            assertThat(slice.attempts.unrecorded()).isEqualTo(4_980);

            slice.clock.advance(Duration.ofSeconds(61));
            slice.attempts.flush();
            refuse(slice, "10.6.6.6", "/ocpp/again", Attempt.Reason.UNKNOWN_IDENTITY);
            slice.attempts.flush();
            assertThat(attempts(slice)).hasSize(23);
        }
    }

    @Test
    void an_overlong_path_is_cut_and_a_nul_is_left_out() {
        try (TestStations slice = new TestStations(TestDatabases.postgres())) {
            refuse(slice, "10.0.0.9", "/ocpp/\0" + "x".repeat(9_000), Attempt.Reason.NO_IDENTITY);
            slice.attempts.flush();
            assertThat(attempts(slice).getFirst().first().path()).hasSize(499).doesNotContain("\0");
        }
    }

    @ParameterizedTest // field note 131
    @MethodSource(EACH)
    void every_sign_of_life_is_known_at_once_and_on_disk_after_the_next_flush(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            assertThat(slice.lastSeen.of(slice.now(cp7))).isNull();
            Instant then = slice.clock.instant();
            slice.lastSeen.seen(cp7, then.minusSeconds(1));
            slice.lastSeen.seen(cp7, then);
            assertThat(slice.lastSeen.of(slice.now(cp7))).isEqualTo(then);
            assertThat(onDisk(slice, cp7)).isNull();
            slice.lastSeen.flush();
            assertThat(onDisk(slice, cp7)).isEqualTo(then);
            assertThat(slice.lastSeen.of(slice.now(cp7))).isEqualTo(then);
            slice.store.seen(cp7, then.minusSeconds(60)); // a flush that comes late
            assertThat(onDisk(slice, cp7)).isEqualTo(then);
        }
    }

    @Test
    void signs_of_life_of_many_stations_share_few_commits() {
        try (TestStations slice = new TestStations()) {
            for (int i = 0; i < 300; i++) {
                slice.lastSeen.seen(slice.station("cp-" + i), slice.clock.instant());
            }
            long commits = slice.commits.commits();
            slice.lastSeen.flush();
            assertThat(slice.commits.commits() - commits).isLessThan(100);
            assertThat(slice.store.after(Scope.tenant(TENANT), null, null, 500))
                    .allMatch(it -> it.times().lastSeenAt() != null);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void deviations_are_counted_without_list_positions_and_added_up_on_disk(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            Instant then = slice.clock.instant();
            slice.deviations.count(
                    cp7, "MeterValues", List.of(unknown("meterValue[0].x"), unknown("meterValue[12].x")), then);
            slice.deviations.count(cp7, "Heartbeat", List.of(), then);
            slice.deviations.flush();
            slice.deviations.count(
                    cp7, "MeterValues", List.of(unknown("meterValue[3].x"), unknown("y")), then.plusSeconds(9));
            slice.deviations.flush();
            assertThat(slice.deviations.page(cp7, Limit.USUAL, null).items())
                    .containsExactly(
                            new StationDeviation(
                                    "MeterValues", "meterValue[].x", "UNKNOWN_FIELD", 3, "1", then.plusSeconds(9)),
                            new StationDeviation("MeterValues", "y", "UNKNOWN_FIELD", 1, "1", then.plusSeconds(9)));
            Page<StationDeviation> first = slice.deviations.page(cp7, new Limit(1), null);
            assertThat(slice.deviations
                            .page(cp7, new Limit(1), Cursor.of(first.next()))
                            .items())
                    .extracting(StationDeviation::path)
                    .containsExactly("y");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_name_that_no_database_would_keep_costs_the_others_nothing(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            String endless = new Random(1)
                    .ints(9_000, 'a', 'z')
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            slice.deviations.count(cp7, "Heartbeat", List.of(unknown("a\0b"), unknown("c")), slice.clock.instant());
            slice.deviations.count(cp7, endless, List.of(unknown("d")), slice.clock.instant());
            slice.deviations.flush();
            assertThat(slice.deviations.page(cp7, Limit.USUAL, null).items())
                    .extracting(StationDeviation::action, StationDeviation::path)
                    .containsExactlyInAnyOrder(
                            tuple("Heartbeat", "a\uFFFDb"),
                            tuple("Heartbeat", "c"),
                            tuple(StationDeviation.OTHERS, "d"));
        }
    }

    @ParameterizedTest // field note 137
    @MethodSource(EACH)
    void a_station_that_invents_field_names_fills_no_disk(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 500; i++) {
                    slice.deviations.count(
                            cp7, "Heartbeat", List.of(unknown("f" + round + "x" + i)), slice.clock.instant());
                }
                slice.deviations.flush();
            }
            List<StationDeviation> all =
                    slice.deviations.page(cp7, new Limit(500), null).items();
            assertThat(all).hasSize(201);
            assertThat(all)
                    .filteredOn(one -> one.path().equals(StationDeviation.OTHERS))
                    .singleElement()
                    .satisfies(others -> assertThat(others.occurred()).isEqualTo(300));
        }
    }

    @Test
    void what_a_deleted_station_leaves_in_memory_harms_nobody() {
        try (TestStations slice = new TestStations()) {
            StationRef gone = slice.station("gone");
            slice.lastSeen.seen(gone, slice.clock.instant());
            slice.deviations.count(gone, "Heartbeat", List.of(unknown("x")), slice.clock.instant());
            slice.connections.closed(gone, slice.connections.opened(gone, OcppVersion.V16, "a", "/gone"), 1000, "");
            slice.stations.delete(Actor.LOCAL, gone, any -> {});
            slice.lastSeen.flush();
            slice.deviations.flush();
            slice.connections.flush();
            assertThat(page(slice, null)).isEmpty();
        }
    }

    private static Deviation unknown(String path) {
        return new Deviation(path, Rule.UNKNOWN_FIELD, "1", "nothing");
    }

    private static void refuse(TestStations slice, String address, String path, Attempt.Reason reason) {
        slice.connections.refused(
                new Attempt(TENANT, slice.clock.instant(), address, path, "X", "ocpp1.6", reason, null),
                Optional::empty);
    }

    private static Instant onDisk(TestStations slice, StationRef station) {
        return slice.store
                .find(Scope.tenant(TENANT), station.identity())
                .orElseThrow()
                .times()
                .lastSeenAt();
    }

    private static List<AttemptRow> attempts(TestStations slice) {
        return slice.attempts.page(Scope.tenant(TENANT), new Limit(500), null).items();
    }

    private static List<StationConnection> page(TestStations slice, Boolean open) {
        return slice.connections
                .page(Scope.tenant(TENANT), null, open, Limit.USUAL, null)
                .items();
    }
}
