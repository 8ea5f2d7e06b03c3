package org.ohmstead.stations.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.Location;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationConfig;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** Stations as an operator sorts and filters them; the same on SQLite and on PostgreSQL. */
class StationListsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Scope TENANT = Scope.tenant(TestStations.TENANT);

    private static void sql(TestStations slice, String statement, @Nullable Object... values) {
        slice.commits.write(TENANT, 1, tx -> {
            tx.later(statement, values);
            return null;
        });
    }

    private static StationRef station(
            TestStations slice, String identity, @Nullable String name, int seenMinutes, String... connectors) {
        StationRef ref = slice.station(identity);
        slice.stations.configure(
                Actor.LOCAL, ref, new StationConfig(name, Admission.ACCEPTED, false, (ZoneId) null, null, null));
        Instant now = slice.clock.instant();
        if (seenMinutes > 0) {
            sql(
                    slice,
                    "update station set last_seen_at = ? where id = ?",
                    now.minusSeconds(60L * seenMinutes),
                    ref.id());
        }
        if (connectors.length > 0) {
            sql(
                    slice,
                    "insert into connection (tenant_id, station_id, ocpp_version, remote_address, path, opened_at)"
                            + " values (1, ?, '1.6', '::1', '/', ?)",
                    ref.id(),
                    now);
        }
        for (int i = 0; i < connectors.length; i++) {
            sql(
                    slice,
                    "insert into connector (tenant_id, station_id, evse, connector, status, raw_status, received_at)"
                            + " values (1, ?, ?, 1, ?, 'x', ?)",
                    ref.id(),
                    i,
                    connectors[i],
                    now);
        }
        return ref;
    }

    /** Of each status one, and names that go another way than identities. */
    private static void some(TestStations slice) {
        station(slice, "A", "zoo", 5, "available", "charging", "faulted");
        station(slice, "b", "Yard", 1, "available", "available");
        station(slice, "C", "alley", 9, "available", "charging", "available");
        station(slice, "D", null, 0);
        station(slice, "E", "Bay", 7);
        station(slice, "F", "bay", 3, "unavailable", "available");
        station(slice, "G", "G", 2, "available", "suspended_ev");
    }

    private static List<String> listed(TestStations slice, @Nullable String status, @Nullable String sort, int limit) {
        StationQuery query = new StationQuery(null, null, status, sort, null);
        List<String> seen = new ArrayList<>();
        Cursor cursor = null;
        do {
            Page<Station> page = slice.lists().page(TENANT, query, new Limit(limit), cursor);
            page.items().forEach(each -> seen.add(each.ref().identity()));
            cursor = Cursor.of(page.next());
        } while (cursor != null);
        return seen;
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void each_order_goes_on_behind_the_page_before_and_the_other_way_round(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            some(slice);
            Map<String, List<String>> orders = Map.of(
                    "identity", List.of("A", "b", "C", "D", "E", "F", "G"),
                    "name", List.of("C", "E", "F", "D", "G", "b", "A"),
                    "lastSeenAt", List.of("D", "C", "E", "A", "F", "G", "b"),
                    "status", List.of("A", "E", "F", "C", "G", "b", "D"));
            orders.forEach((sort, order) -> {
                assertThat(listed(slice, null, sort, 2)).as(sort).isEqualTo(order);
                assertThat(listed(slice, null, "-" + sort, 3)).as("-" + sort).isEqualTo(order.reversed());
            });
            assertThat(listed(slice, null, null, 50)).isEqualTo(orders.get("identity"));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_status_is_the_worst_that_holds(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            some(slice);
            assertThat(listed(slice, "faulted", null, 50)).containsExactly("A");
            assertThat(listed(slice, "offline", null, 50)).containsExactly("E");
            assertThat(listed(slice, "unavailable", null, 50)).containsExactly("F");
            assertThat(listed(slice, "charging", null, 50)).containsExactly("C");
            assertThat(listed(slice, "occupied", null, 50)).containsExactly("G");
            assertThat(listed(slice, "available", null, 50)).containsExactly("b");
            assertThat(listed(slice, "never_seen", "-name", 50)).containsExactly("D");
            assertThat(listed(slice, "unknown", null, 50)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_not_allowed_is_refused_by_its_name(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            some(slice);
            assertThatThrownBy(() -> listed(slice, null, "vendor", 2))
                    .isInstanceOfSatisfying(
                            Refused.class, wrong -> assertThat(wrong.field()).isEqualTo("sort"));
            assertThatThrownBy(() -> listed(slice, "broken", null, 2))
                    .isInstanceOfSatisfying(
                            Refused.class, wrong -> assertThat(wrong.field()).isEqualTo("status"));
            for (String sort : List.of("lastSeenAt", "status", "identity")) { // of another order
                StationQuery query = new StationQuery(null, null, null, sort, null);
                assertThatThrownBy(() -> slice.lists().page(TENANT, query, new Limit(2), Cursor.at("zoo", "a")))
                        .isInstanceOfSatisfying(Refused.class, wrong -> assertThat(wrong.field())
                                .isEqualTo("cursor"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_summary_counts_connectors_and_adds_up_fresh_power(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef busy = station(slice, "A", null, 1, "faulted", "charging", "charging", "available");
            StationRef idle = station(slice, "B", null, 1);
            session(slice, busy, "1.5", 10);
            session(slice, busy, "2", 290);
            session(slice, busy, "4000", 301);
            Map<Long, StationSummary> found = slice.lists().summaries(TENANT, List.of(busy, idle));
            StationSummary summary = found.get(busy.id());
            assertThat(summary.status()).isEqualTo("faulted");
            assertThat(summary.connectors()).isEqualTo(Map.of("charging", 2L, "available", 1L));
            assertThat(summary.openSessions()).isEqualTo(3);
            assertThat(summary.powerW()).isEqualByComparingTo("3.5");
            assertThat(found.get(idle.id()).openSessions()).isZero();
            assertThat(found.get(idle.id()).status()).isEqualTo("offline");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_of_2_x_charges_by_the_word_of_its_session(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef station = station(slice, "H", "H", 4, "occupied");
            session(slice, station, "11000", 5);
            assertThat(listed(slice, "charging", null, 50)).isEmpty();
            sql(slice, "update charging_session set charging_state = 'charging'");
            assertThat(listed(slice, "charging", null, 50)).containsExactly("H");
        }
    }

    private static void session(TestStations slice, StationRef station, String watts, int secondsAgo) {
        Instant now = slice.clock.instant();
        sql(
                slice,
                "insert into charging_session (tenant_id, station_id, ocpp_version, generation, state, started_at,"
                        + " received_at, power_w, last_meter_at, is_offline, updated_at)"
                        + " values (1, ?, '1.6', 0, 'open', ?, ?, ?, ?, ?, ?)",
                station.id(),
                now,
                now,
                new java.math.BigDecimal(watts),
                now.minusSeconds(secondsAgo),
                false,
                now);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_map_shows_those_of_which_it_is_known_where_they_stand(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            station(slice, "NOWHERE", null, 1);
            StationRef berlin = station(slice, "BERLIN", null, 1, "available", "charging");
            slice.stations.configure(
                    Actor.LOCAL,
                    berlin,
                    new StationConfig(
                            null,
                            Admission.ACCEPTED,
                            false,
                            null,
                            null,
                            null,
                            new Location(52.5163, 13.3777, "Pariser Platz 1")));
            assertThat(slice.lists().places(TENANT))
                    .containsExactly(new StationPlace("BERLIN", 52.5163, 13.3777, "charging", true));
        }
    }
}
