package org.ohmstead.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** What an operator sees first; the same on SQLite and on PostgreSQL. */
class OverviewTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Scope TENANT = Scope.tenant(TestStations.TENANT);

    /** The time of all tests: 12:00 UTC. */
    private static final Instant NOON = Instant.parse("2026-05-02T12:00:00Z");

    private static TestStations slice(TestDatabases.Kind kind) {
        TestStations slice = new TestStations(kind.open());
        slice.clock.advance(Duration.between(slice.clock.instant(), NOON));
        return slice;
    }

    private static OverviewView overview(TestStations slice, Scope scope, ZoneId zone) {
        return overview(slice, scope, zone, now -> List.of());
    }

    private static OverviewView overview(TestStations slice, Scope scope, ZoneId zone, ServerConcerns server) {
        return new Overview(
                        new SqlOverviewFigures(slice.database),
                        new SqlStationAttention(slice.database),
                        new SqlWorkAttention(slice.database),
                        server,
                        OverviewSettings.defaults(),
                        slice.clock)
                .of(scope, zone);
    }

    private static OverviewView overview(TestStations slice) {
        return overview(slice, TENANT, ZoneOffset.UTC);
    }

    private static void sql(TestStations slice, String statement, @Nullable Object... values) {
        slice.commits.write(TENANT, 1, tx -> {
            tx.later(statement, values);
            return null;
        });
    }

    private static void seen(TestStations slice, StationRef station, boolean connected) {
        sql(slice, "update station set last_seen_at = ? where id = ?", NOON.minusSeconds(60), station.id());
        sql(
                slice,
                "insert into connection (tenant_id, station_id, ocpp_version, remote_address, path, opened_at, closed_at)"
                        + " values (1, ?, '1.6', '::1', '/', ?, ?)",
                station.id(),
                NOON.minusSeconds(900),
                connected ? null : NOON.minusSeconds(30));
    }

    private static void connector(TestStations slice, StationRef station, int evse, String status, String code) {
        sql(
                slice,
                "insert into connector (tenant_id, station_id, evse, connector, status, raw_status, error_code, received_at)"
                        + " values (1, ?, ?, 1, ?, ?, ?, ?)",
                station.id(),
                evse,
                status,
                status,
                code,
                NOON.minusSeconds(10));
    }

    private static void session(
            TestStations slice,
            StationRef station,
            String started,
            @Nullable String ended,
            @Nullable String verdict,
            String wh,
            @Nullable Instant powerAt) {
        sql(
                slice,
                "insert into charging_session (tenant_id, station_id, ocpp_version, evse, connector, generation, state,"
                        + " started_at, received_at, ended_at, verdict, energy_wh, power_w, last_meter_at, is_offline,"
                        + " updated_at, suspicions_json) values (1, ?, '1.6', 1, 1, 0, ?, ?, ?, ?, ?, ?, 7000, ?, ?, ?, ?)",
                station.id(),
                ended == null ? "open" : "ended",
                Instant.parse(started),
                Instant.parse(started),
                ended == null ? null : Instant.parse(ended),
                verdict,
                new BigDecimal(wh),
                powerAt,
                false,
                Instant.parse(ended == null ? started : ended),
                "suspect".equals(verdict) ? "[\"meter_jump\"]" : null);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void nothing_is_all_zero(TestDatabases.Kind kind) {
        try (TestStations slice = slice(kind)) {
            OverviewView view = overview(slice);
            assertThat(view.stations()).isEqualTo(new OverviewView.StationCounts(0, 0, 0, 0, 0));
            assertThat(view.connectors()).containsEntry("available", 0L).containsEntry("unknown", 0L);
            assertThat(view.powerW()).isEqualByComparingTo("0");
            assertThat(view.attention().total()).isZero();
            assertThat(view.attention().byKind()).hasSize(AttentionKind.values().length);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_wrong_with_the_server_is_told_to_those_who_run_it(TestDatabases.Kind kind) {
        ServerConcerns ending = now -> List.of(new ServerConcerns.Concern(
                AttentionKind.SERVER_CERTIFICATE, Severity.CRITICAL, now, "It ends tomorrow"));
        try (TestStations slice = slice(kind)) {
            assertThat(overview(slice, TENANT, ZoneOffset.UTC, ending)
                            .attention()
                            .items())
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.kind()).isEqualTo("server_certificate");
                        assertThat(item.severity()).isEqualTo("critical");
                        assertThat(item.facts().info()).isEqualTo("It ends tomorrow");
                    });
            assertThat(overview(slice, Scope.tenant(2), ZoneOffset.UTC, ending)
                            .attention()
                            .items())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void stations_and_connectors_are_counted(TestDatabases.Kind kind) {
        try (TestStations slice = slice(kind)) {
            StationRef here = slice.station("HERE");
            StationRef away = slice.station("AWAY");
            slice.station("NEW");
            seen(slice, here, true);
            seen(slice, away, false);
            connector(slice, here, 0, "faulted", "PowerMeterFailure");
            connector(slice, here, 1, "charging", "NoError");
            connector(slice, away, 1, "faulted", "GroundFailure");
            session(slice, here, "2026-05-02T11:00:00Z", null, null, "1", NOON.minusSeconds(299));
            session(slice, away, "2026-05-02T11:00:00Z", null, null, "1", NOON.minusSeconds(301));
            OverviewView view = overview(slice);
            assertThat(view.stations()).isEqualTo(new OverviewView.StationCounts(3, 1, 2, 2, 1));
            assertThat(view.connectors()).containsEntry("faulted", 1L).containsEntry("charging", 1L);
            assertThat(view.openSessions()).isEqualTo(2);
            assertThat(view.powerW()).isEqualByComparingTo("7000");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_day_is_one_of_the_zone(TestDatabases.Kind kind) {
        try (TestStations slice = slice(kind)) {
            StationRef station = slice.station("CP-1");
            session(slice, station, "2026-04-30T10:00:00Z", "2026-04-30T21:59:59Z", "complete", "1", null);
            session(slice, station, "2026-04-30T10:00:00Z", "2026-04-30T22:30:00Z", "complete", "10", null);
            session(slice, station, "2026-05-01T10:00:00Z", "2026-05-01T13:00:00Z", "complete", "100.5", null);
            session(slice, station, "2026-05-01T10:00:00Z", "2026-05-01T22:30:00Z", "complete", "1000", null);
            OverviewView berlin = overview(slice, TENANT, ZoneId.of("Europe/Berlin"));
            assertThat(berlin.today()).isEqualTo(new OverviewView.Sum(1, new BigDecimal("1000")));
            assertThat(berlin.yesterday()).isEqualTo(new OverviewView.Sum(2, new BigDecimal("110.5")));
            assertThat(berlin.yesterdaySoFar()).isEqualTo(new OverviewView.Sum(1, new BigDecimal("10")));
            OverviewView utc = overview(slice);
            assertThat(utc.today().sessions()).isZero();
            assertThat(utc.yesterday()).isEqualTo(new OverviewView.Sum(2, new BigDecimal("1100.5")));
            assertThat(utc.yesterdaySoFar().sessions()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_worst_comes_first(TestDatabases.Kind kind) {
        try (TestStations slice = slice(kind)) {
            StationRef station = slice.station("CP-1");
            seen(slice, station, false);
            connector(slice, station, 1, "faulted", "GroundFailure");
            session(slice, station, "2026-05-01T20:00:00Z", null, null, "1", null);
            session(slice, station, "2026-05-01T10:00:00Z", "2026-05-02T10:00:00Z", "suspect", "1", null);
            slice.admission(slice.station("WAITS"), Admission.PENDING);
            slice.admission(slice.station("GONE"), Admission.REJECTED);
            alert(slice, station, 9);
            alert(slice, station, 0);
            firmware(slice, station, "failed");
            knock(slice, "STRANGER");
            knock(slice, "cp-1");
            OverviewView.Attention attention = overview(slice).attention();
            assertThat(attention.items())
                    .extracting(item -> item.severity() + " " + item.kind() + " " + item.station())
                    .containsExactlyInAnyOrder(
                            "critical connector_faulted CP-1",
                            "critical station_alert CP-1",
                            "warning station_offline CP-1",
                            "warning session_stale CP-1",
                            "warning firmware_failed CP-1",
                            "warning registration_pending WAITS",
                            "info station_alert CP-1",
                            "info session_suspect CP-1",
                            "info station_unknown STRANGER",
                            "info registration_rejected GONE");
            assertThat(attention.items())
                    .extracting(AttentionItem::severity)
                    .isSortedAccordingTo((a, b) -> rank(a) - rank(b));
            assertThat(attention.total()).isEqualTo(10);
            assertThat(attention.byKind()).containsEntry("station_alert", 2L);
            AttentionItem fault = item(attention, "connector_faulted");
            assertThat(fault.facts().errorCode()).isEqualTo("GroundFailure");
            assertThat(fault.evse()).isEqualTo(1);
            assertThat(item(attention, "station_offline").since()).isEqualTo(NOON.minusSeconds(30));
            assertThat(item(attention, "session_suspect").facts().suspicions()).containsExactly("meter_jump");
            assertThat(item(attention, "station_unknown").facts().occurred()).isEqualTo(3);
            assertThat(item(attention, "station_alert").evse()).isEqualTo(2);
            firmware(slice, station, "requested");
            assertThat(overview(slice).attention().byKind()).containsEntry("firmware_failed", 0L);
        }
    }

    private static int rank(String severity) {
        return Severity.valueOf(severity.toUpperCase(java.util.Locale.ROOT)).ordinal();
    }

    private static AttentionItem item(OverviewView.Attention attention, String kind) {
        return attention.items().stream()
                .filter(item -> item.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void alert(TestStations slice, StationRef station, int severity) {
        sql(
                slice,
                "insert into station_alert (tenant_id, station_id, place, severity, event_json, event_count, raised_at,"
                        + " received_at, last_at) values (1, ?, 'EVSE', ?, '{\"component\":{\"evse\":{\"id\":2}}}', 1, ?, ?, ?)",
                station.id(),
                severity,
                NOON,
                NOON,
                NOON);
    }

    private static void firmware(TestStations slice, StationRef station, String state) {
        sql(
                slice,
                "insert into firmware_update (tenant_id, station_id, request_number, action, location, retrieve_at, state,"
                        + " status, created_by, created_at, updated_at, ended_at)"
                        + " values (1, ?, ?, 'UpdateFirmware', 'x', ?, ?, 'InstallationFailed', 'x', ?, ?, ?)",
                station.id(),
                (long) state.length(),
                NOON,
                state,
                NOON,
                NOON,
                state.equals("failed") ? NOON : null);
    }

    private static void knock(TestStations slice, String identity) {
        sql(
                slice,
                "insert into connection_attempt (tenant_id, attempted_at, remote_address, path, identity, reason, occurred,"
                        + " last_at) values (1, ?, '::1', '/ocpp', ?, 'unknown_identity', 3, ?)",
                NOON.minusSeconds(60),
                identity,
                NOON);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void fifty_are_shown_and_all_are_counted(TestDatabases.Kind kind) {
        try (TestStations slice = slice(kind)) {
            for (int i = 0; i < 60; i++) {
                seen(slice, slice.station("CP-" + i), false);
            }
            OverviewView.Attention attention = overview(slice).attention();
            assertThat(attention.total()).isEqualTo(60);
            assertThat(attention.items()).hasSize(50);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void whoever_is_limited_to_a_group_sees_its_stations_only(TestDatabases.Kind kind) {
        try (TestStations slice = slice(kind)) {
            StationRef mine = slice.station("MINE");
            StationRef other = slice.station("OTHER");
            for (StationRef each : new StationRef[] {mine, other}) {
                seen(slice, each, false);
                connector(slice, each, 1, "faulted", "GroundFailure");
                session(slice, each, "2026-05-02T11:00:00Z", null, null, "1", NOON);
            }
            knock(slice, "STRANGER");
            sql(
                    slice,
                    "insert into station_group (id, tenant_id, name, name_key, created_at, updated_at) values (5, 1, 'a', 'a', ?, ?)",
                    NOON,
                    NOON);
            sql(
                    slice,
                    "insert into station_group_member (tenant_id, group_id, station_id) values (1, 5, ?)",
                    mine.id());
            OverviewView view = overview(slice, TENANT.within(Set.of(5L)), ZoneOffset.UTC);
            assertThat(view.stations()).isEqualTo(new OverviewView.StationCounts(1, 0, 1, 1, 0));
            assertThat(view.powerW()).isEqualByComparingTo("7000");
            assertThat(view.attention().items())
                    .extracting(AttentionItem::station)
                    .containsOnly("MINE");
            assertThat(view.attention().total()).isEqualTo(2);
        }
    }
}
