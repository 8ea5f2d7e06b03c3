package org.ohmstead.doctor.troubles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Limit;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** What is wrong for a while is told once when it begins and once when it ends; the same on SQLite and on PostgreSQL. */
class TroublesTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static final class World implements AutoCloseable {
        final TestStations slice;
        final StationRef station;
        final Troubles troubles;

        World(TestDatabases.Kind kind) {
            slice = new TestStations(kind.open());
            station = slice.station("CP-7");
            slice.station("quiet");
            troubles = new Troubles(
                    new SqlTroubleSigns(slice.database, TroubleSettings.defaults()),
                    new SqlTroubleStore(slice.database, slice.commits, new Outbox(slice.clock)),
                    TroubleSettings.defaults(),
                    slice.clock);
        }

        void connected(int often, String closed) {
            for (int i = 0; i < often; i++) {
                sql(
                        "insert into connection (tenant_id, station_id, ocpp_version, remote_address, path, opened_at,"
                                + " closed_at, close_reason) values (1, ?, '1.6', ?, '/', ?, ?, ?)",
                        station.id(),
                        "10.0.0." + (i % 2),
                        slice.clock.instant(),
                        slice.clock.instant(),
                        closed);
            }
        }

        void sql(String statement, Object... values) {
            slice.commits.write(station.scope(), station.id(), tx -> {
                tx.later(statement, values);
                return null;
            });
        }

        List<TroubleView> lasting() {
            return troubles.page(Scope.tenant(1), null, true, Limit.USUAL, null).items().stream()
                    .map(StationTrouble::view)
                    .toList();
        }

        List<String> began() {
            return slice.events("station.trouble.began");
        }

        List<String> ended() {
            return slice.events("station.trouble.ended");
        }

        @Override
        public void close() {
            slice.close();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_flapping_station_is_told_once_until_it_has_been_steady(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connected(5, "lost");
            world.troubles.look();
            assertThat(world.began()).as("5 are not 6").isEmpty();
            world.connected(1, "lost");
            world.troubles.look();
            world.troubles.look();
            assertThat(world.began())
                    .singleElement()
                    .asString()
                    .contains("\"what\":\"flapping\"", "\"severity\":\"warning\"", "\"amount\":6", "CP-7");
            assertThat(world.lasting()).singleElement().satisfies(trouble -> {
                assertThat(trouble.station()).isEqualTo("CP-7");
                assertThat(trouble.sentence()).isEqualTo("It connected 6 times within ten minutes.");
            });
            world.slice.clock.advance(Duration.ofMinutes(8));
            world.connected(3, "lost");
            world.slice.clock.advance(Duration.ofMinutes(3));
            world.troubles.look();
            assertThat(world.ended()).as("3 keep it from ending").isEmpty();
            world.slice.clock.advance(Duration.ofMinutes(8));
            world.troubles.look();
            assertThat(world.ended()).singleElement().asString().contains("\"what\":\"flapping\"");
            assertThat(world.lasting()).isEmpty();
            world.connected(6, "lost");
            world.troubles.look();
            assertThat(world.began()).as("it begins anew").hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void two_devices_of_one_identity_are_told_with_their_addresses(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connected(3, "replaced by a newer connection");
            world.troubles.look();
            assertThat(world.lasting())
                    .filteredOn(trouble -> trouble.trouble().equals("identity_shared"))
                    .singleElement()
                    .satisfies(trouble -> {
                        assertThat(trouble.severity()).isEqualTo("critical");
                        assertThat(trouble.subject()).isEqualTo("10.0.0.0, 10.0.0.1");
                    });
            world.slice.clock.advance(Duration.ofMinutes(59));
            world.troubles.look();
            assertThat(world.ended()).noneMatch(event -> event.contains("identity_shared"));
            world.slice.clock.advance(Duration.ofMinutes(2));
            world.troubles.look();
            assertThat(world.ended()).anyMatch(event -> event.contains("identity_shared"));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_clock_that_is_off_is_told_until_it_is_right(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.sql("update station set clock_ahead_ms = -7200000 where id = ?", world.station.id());
            world.troubles.look();
            assertThat(world.lasting())
                    .extracting(TroubleView::sentence)
                    .containsExactly("Its clock is 7200 s behind.");
            world.sql("update station set clock_ahead_ms = 60000 where id = ?", world.station.id());
            world.troubles.look();
            assertThat(world.lasting()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_that_is_connected_and_silent_is_told_by_its_own_interval(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            Instant start = world.slice.clock.instant();
            world.sql(
                    "insert into connection (tenant_id, station_id, ocpp_version, remote_address, path, opened_at)"
                            + " values (1, ?, '1.6', 'a', '/', ?)",
                    world.station.id(),
                    start);
            world.sql(
                    "update station set registration = 'accepted', last_seen_at = ? where id = ?",
                    start,
                    world.station.id());
            world.slice.clock.advance(Duration.ofMinutes(14));
            world.troubles.look();
            assertThat(world.lasting()).as("of 5 minutes it may miss 2").isEmpty();
            world.slice.clock.advance(Duration.ofMinutes(2));
            world.troubles.look();
            assertThat(world.lasting()).extracting(TroubleView::trouble).containsExactly("silent");
            world.sql("update station set heartbeat_interval_s = 3600 where id = ?", world.station.id());
            world.troubles.look();
            assertThat(world.lasting()).as("it was told another interval").isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_burst_of_one_type_of_security_event_is_told(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            Instant now = world.slice.clock.instant();
            for (int i = 0; i < 2; i++) {
                world.sql(
                        "insert into security_event (tenant_id, station_id, type, station_at, received_at, tech_info, digest,"
                                + " occurred) values (1, ?, 'InvalidTLSVersion', ?, ?, '', ?, ?)",
                        world.station.id(),
                        now,
                        now,
                        (long) i,
                        i == 0 ? 9L : 1L);
            }
            world.troubles.look();
            assertThat(world.lasting()).singleElement().satisfies(trouble -> {
                assertThat(trouble.trouble()).isEqualTo("security_events");
                assertThat(trouble.subject()).isEqualTo("InvalidTLSVersion");
                assertThat(trouble.amount()).isEqualTo(10);
            });
            world.slice.clock.advance(Duration.ofMinutes(61));
            world.troubles.look();
            assertThat(world.lasting()).isEmpty();
        }
    }
}
