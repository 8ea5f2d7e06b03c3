package org.ohmstead.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.stations.TestStations.TENANT;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.availability.ConnectorReport;

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
            Station created = slice.stations.create(Actor.LOCAL, NewStation.of("Site|07", config));
            assertThat(created.config()).isEqualTo(config);
            assertThat(created.registration()).isEqualTo(Registration.NONE);
            assertThat(created.hasPassword()).isFalse();
            assertThat(slice.stations.find(Scope.tenant(TENANT), "sITE|07")).contains(created);
            assertThat(slice.stations.find(Scope.tenant(2), "Site|07")).isEmpty();
            assertThat(slice.stations.get(created.ref())).contains(created);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void two_stations_never_differ_in_case_only(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            slice.station("CP-7");
            assertThatThrownBy(() -> slice.station("cp-7")).isInstanceOfSatisfying(Refused.class, problem -> {
                assertThat(problem.kind()).isEqualTo(Refused.Kind.CONFLICT);
                assertThat(problem.field()).isEqualTo("identity");
                assertThat(problem.detail())
                        .contains("'CP-7'")
                        .contains("'cp-7'")
                        .contains("case");
            });
            assertThatThrownBy(() -> slice.station("CP-7")).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_change_is_seen_at_once_and_leaves_the_rest_alone(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef ref = slice.station("CP-7");
            slice.stations.setPassword(Actor.LOCAL, ref, "0123456789abcdefX", false, any -> {});
            slice.clock.advance(Duration.ofMinutes(1));
            Station after = slice.stations.configure(Actor.LOCAL, ref, StationConfig.of(Admission.PENDING));
            assertThat(after.admission()).isEqualTo(Admission.PENDING);
            assertThat(after.hasPassword()).isTrue();
            assertThat(after.times().updatedAt()).isEqualTo(slice.clock.instant());
            slice.stations.removePassword(Actor.LOCAL, ref, any -> {});
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

            assertThatThrownBy(() -> slice.stations.delete(Actor.LOCAL, charged, any -> {}))
                    .isInstanceOfSatisfying(Refused.class, problem -> {
                        assertThat(problem.kind()).isEqualTo(Refused.Kind.CONFLICT);
                        assertThat(problem.detail())
                                .contains("charging sessions")
                                .contains("rejected");
                    });
            assertThat(slice.stations.get(charged)).isPresent();

            FakeLink link = slice.connect(fresh, OcppVersion.V16);
            slice.stations.delete(Actor.LOCAL, fresh, any -> {});
            assertThat(slice.stations.find(Scope.tenant(TENANT), "fresh")).isEmpty();
            assertThat(link.closedWith).isEqualTo(1008);
        }
    }

    @Test
    void a_station_that_was_made_anew_is_not_the_deleted_one() {
        try (TestStations slice = new TestStations()) {
            StationRef old = slice.station("CP-7");
            slice.stations.delete(Actor.LOCAL, old, any -> {});
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

    @Test
    void a_station_without_a_zone_has_utc() {
        try (TestStations slice = new TestStations()) {
            assertThat(slice.now(slice.station("CP-7")).zone()).isEqualTo(ZoneOffset.UTC);
        }
    }

    private static void boot(TestStations slice, StationRef ref, String firmware) {
        slice.boots.boot(
                slice.caller(ref, OcppVersion.V16),
                new BootFacts("Acme", "Post", null, firmware, null, null, null, null, null));
    }

    private static void insertSession(TestStations slice, StationRef station) {
        slice.commits.write(Scope.everywhere(), station.id(), tx -> tx.sql()
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
}
