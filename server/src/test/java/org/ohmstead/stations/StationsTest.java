package org.ohmstead.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.stations.TestStations.TENANT;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Problem;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;

class StationsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_comes_back_as_it_was_registered_in_whatever_case_it_is_asked_for(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationConfig config = new StationConfig(
                    "Car park",
                    Admission.PENDING,
                    true,
                    ZoneId.of("Europe/Berlin"),
                    OcppVersion.V201,
                    Duration.ofSeconds(90));
            Station created = slice.stations.create(TENANT, "Site|07", config);
            assertThat(created.config()).isEqualTo(config);
            assertThat(created.registration()).isEqualTo(Registration.NONE);
            assertThat(created.hasPassword()).isFalse();
            assertThat(slice.stations.find(TENANT, "sITE|07")).contains(created);
            assertThat(slice.stations.find(2, "Site|07")).isEmpty();
            assertThat(slice.stations.get(created.ref())).contains(created);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void two_stations_never_differ_in_case_only(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            slice.station("CP-7");
            assertThatThrownBy(() -> slice.station("cp-7")).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.status()).isEqualTo(409);
                assertThat(problem.field()).isEqualTo("identity");
                assertThat(problem.detail())
                        .contains("'CP-7'")
                        .contains("'cp-7'")
                        .contains("case");
            });
            assertThatThrownBy(() -> slice.station("CP-7")).isInstanceOf(Problem.class);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_change_is_seen_at_once_and_leaves_the_rest_alone(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef ref = slice.station("CP-7");
            slice.stations.setPassword(ref, "0123456789abcdefX", false);
            slice.clock.advance(Duration.ofMinutes(1));
            Station after = slice.stations.configure(ref, StationConfig.of(Admission.PENDING));
            assertThat(after.admission()).isEqualTo(Admission.PENDING);
            assertThat(after.hasPassword()).isTrue();
            assertThat(after.times().updatedAt()).isEqualTo(slice.clock.instant());
            slice.stations.removePassword(ref);
            assertThat(slice.now(ref).hasPassword()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_with_charging_sessions_is_kept_and_one_without_goes_with_all_it_has(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef charged = slice.station("charged");
            StationRef fresh = slice.station("fresh");
            insertSession(slice, charged);
            slice.connectors.report(slice.caller(fresh, OcppVersion.V16), ConnectorReport.of(1, 1, "Available", null));
            slice.connections.opened(fresh, OcppVersion.V16, "10.0.0.1", "/ocpp/fresh");

            assertThatThrownBy(() -> slice.stations.delete(charged)).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.status()).isEqualTo(409);
                assertThat(problem.detail()).contains("charging sessions").contains("rejected");
            });
            assertThat(slice.stations.get(charged)).isPresent();

            FakeLink link = slice.connect(fresh, OcppVersion.V16);
            slice.stations.delete(fresh);
            assertThat(slice.stations.find(TENANT, "fresh")).isEmpty();
            assertThat(link.closedWith).isEqualTo(1008);
        }
    }

    @Test
    void a_station_that_was_made_anew_is_not_the_deleted_one() {
        try (TestStations slice = new TestStations()) {
            StationRef old = slice.station("CP-7");
            slice.stations.delete(old);
            StationRef young = slice.station("CP-7");
            assertThat(slice.stations.get(old)).isEmpty();
            assertThat(slice.stations.get(young)).isPresent();
        }
    }

    @Test
    void a_station_that_is_rejected_loses_its_connection_at_once() {
        try (TestStations slice = new TestStations()) {
            StationRef ref = slice.station("CP-7");
            FakeLink link = slice.connect(ref, OcppVersion.V16);
            slice.admission(ref, Admission.PENDING);
            assertThat(link.closedWith).isNull();
            slice.admission(ref, Admission.REJECTED);
            assertThat(link.closedWith).isEqualTo(1008);
        }
    }

    @ParameterizedTest // gotcha 6: identities with blanks and colons exist
    @ValueSource(strings = {"AA:BB:CC:00:11:22", "Säule 7", "a/b", "SITE|07"})
    void odd_identities_are_registered_and_warned_of_when_2_x_does_not_allow_them(String identity) {
        try (TestStations slice = new TestStations()) {
            StationRef ref = slice.station(identity);
            assertThat(slice.stations.find(TENANT, identity)).isPresent();
            List<String> warnings = Identities.warnings(ref.identity());
            assertThat(warnings).hasSize(identity.equals("SITE|07") ? 0 : 1);
        }
    }

    @Test
    void identities_that_nobody_could_use_are_refused() {
        try (TestStations slice = new TestStations()) {
            for (String bad : List.of("", "  ", " CP", "CP\n7", "x".repeat(256))) {
                assertThatThrownBy(() -> slice.station(bad))
                        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field())
                                .isEqualTo("identity"));
            }
            assertThat(Identities.warnings(slice.station("x".repeat(255)).identity()))
                    .hasSize(1);
        }
    }

    @Test
    void an_unknown_identity_is_turned_away_unless_the_policy_says_otherwise() {
        try (TestStations slice = new TestStations()) {
            assertThat(slice.stations.knock(TENANT, "new")).isEmpty();
            assertThat(slice.stations.find(TENANT, "new")).isEmpty();
            slice.station("old");
            assertThat(slice.stations.knock(TENANT, "OLD")).isPresent();
        }
        StationsSettings pending = StationsSettings.defaults().withUnknownStations(UnknownStations.PENDING, 10);
        try (TestStations slice = new TestStations(pending)) {
            assertThat(slice.stations.knock(TENANT, "new").orElseThrow().admission())
                    .isEqualTo(Admission.PENDING);
            assertThat(slice.stations.knock(TENANT, " bad ")).isEmpty();
        }
        StationsSettings accept = StationsSettings.defaults().withUnknownStations(UnknownStations.ACCEPT, 10);
        try (TestStations slice = new TestStations(accept)) {
            assertThat(slice.stations.knock(TENANT, "new").orElseThrow().admission())
                    .isEqualTo(Admission.ACCEPTED);
        }
    }

    @Test // gotcha 137
    void nobody_fills_the_register_with_invented_identities() {
        StationsSettings two = StationsSettings.defaults().withUnknownStations(UnknownStations.PENDING, 2);
        try (TestStations slice = new TestStations(two)) {
            assertThat(slice.stations.knock(TENANT, "a")).isPresent();
            assertThat(slice.stations.knock(TENANT, "b")).isPresent();
            assertThat(slice.stations.knock(TENANT, "c")).isEmpty();
            assertThat(slice.stations.knock(TENANT, "a")).isPresent();
            slice.clock.advance(Duration.ofMinutes(61));
            assertThat(slice.stations.knock(TENANT, "c")).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void pages_follow_each_other_without_gaps(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            for (int i = 0; i < 7; i++) {
                slice.station((i % 2 == 0 ? "cp-" : "CP-") + i);
            }
            List<String> seen = new ArrayList<>();
            Cursor cursor = null;
            do {
                Page<Station> page = slice.stations.page(TENANT, null, null, new Limit(3), cursor);
                page.items().forEach(station -> seen.add(station.ref().identity()));
                cursor = Cursor.of(page.next());
            } while (cursor != null);
            assertThat(seen).containsExactly("cp-0", "CP-1", "cp-2", "CP-3", "cp-4", "CP-5", "cp-6");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void stations_are_found_by_a_part_of_what_is_known_of_them(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            slice.station("CP-7");
            StationRef other = slice.station("100%_sure");
            slice.boots.boot(
                    slice.caller(other, OcppVersion.V16),
                    new BootFacts("Acme", "Post", "SN-1", null, null, null, null, null, null));
            assertThat(identities(slice, "cp-")).containsExactly("CP-7");
            assertThat(identities(slice, "aCM")).containsExactly("100%_sure");
            assertThat(identities(slice, "sn-1")).containsExactly("100%_sure");
            assertThat(identities(slice, "%")).containsExactly("100%_sure");
            assertThat(identities(slice, "P_7")).isEmpty();
        }
    }

    @Test
    void connected_stations_are_sifted_across_many_rows() {
        try (TestStations slice = new TestStations()) {
            for (int i = 0; i < 620; i++) {
                StationRef ref = slice.station(String.format("cp-%03d", i));
                if (i % 200 == 10) {
                    slice.connect(ref, OcppVersion.V16);
                }
            }
            Page<Station> first = slice.stations.page(TENANT, null, true, new Limit(3), null);
            assertThat(first.items())
                    .extracting(station -> station.ref().identity())
                    .containsExactly("cp-010", "cp-210", "cp-410");
            Page<Station> second = slice.stations.page(TENANT, null, true, new Limit(3), Cursor.of(first.next()));
            assertThat(second.items())
                    .extracting(station -> station.ref().identity())
                    .containsExactly("cp-610");
            assertThat(second.next()).isNull();
            assertThat(slice.stations
                            .page(TENANT, null, false, new Limit(500), null)
                            .next())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_missing_capability_is_remembered_until_the_firmware_changes(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef ref = slice.station("CP-7");
            boot(slice, ref, "1.0");
            slice.stations.unsupported(ref, "GetLog");
            slice.stations.unsupported(ref, "ClearCache");
            slice.stations.unsupported(ref, "GetLog");
            boot(slice, ref, "1.0");
            assertThat(slice.now(ref).unsupportedActions()).containsExactly("GetLog", "ClearCache");
            boot(slice, ref, "1.1");
            assertThat(slice.now(ref).unsupportedActions()).isEmpty();
        }
    }

    private static void boot(TestStations slice, StationRef ref, String firmware) {
        slice.boots.boot(
                slice.caller(ref, OcppVersion.V16),
                new BootFacts("Acme", "Post", null, firmware, null, null, null, null, null));
    }

    private static List<String> identities(TestStations slice, String search) {
        return slice.stations.page(TENANT, search, null, Limit.USUAL, null).items().stream()
                .map(station -> station.ref().identity())
                .toList();
    }

    private static void insertSession(TestStations slice, StationRef station) {
        slice.commits.write(station.id(), tx -> tx.sql()
                .insertInto(CHARGING_SESSION)
                .set(CHARGING_SESSION.TENANT_ID, station.tenant())
                .set(CHARGING_SESSION.STATION_ID, station.id())
                .set(Map.of(
                        CHARGING_SESSION.OCPP_VERSION,
                        "1.6",
                        CHARGING_SESSION.GENERATION,
                        0,
                        CHARGING_SESSION.STATE,
                        "open",
                        CHARGING_SESSION.IS_OFFLINE,
                        false,
                        CHARGING_SESSION.STARTED_AT,
                        slice.clock.instant(),
                        CHARGING_SESSION.RECEIVED_AT,
                        slice.clock.instant(),
                        CHARGING_SESSION.UPDATED_AT,
                        slice.clock.instant()))
                .execute());
    }

    @Test
    void a_station_without_a_zone_has_utc() {
        try (TestStations slice = new TestStations()) {
            assertThat(slice.now(slice.station("CP-7")).zone()).isEqualTo(ZoneOffset.UTC);
        }
    }
}
