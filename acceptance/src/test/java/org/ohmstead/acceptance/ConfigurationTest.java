package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/** Ring 4: what a simulated station is set to is read, written, compared, and set again after a boot that lost it. */
final class ConfigurationTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    static ServerProcess server;
    static Simulators simulators;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder, "--close-after-timeouts=off");
        simulators = new Simulators();
    }

    @AfterAll
    static void stop() {
        simulators.close();
        server.close();
    }

    private static SimStation connected(String identity, OcppVersion version) {
        server.api().stations(identity);
        SimStation station = simulators.station(
                new StationOptions(identity).url(server.stationUrl()).version(version));
        station.connect();
        station.awaitReady();
        return station;
    }

    private static String path(SimStation station, String rest) {
        return "/api/v1/stations/" + station.identity() + "/configuration" + rest;
    }

    private static JsonNode shown(SimStation station, String name) {
        return server.api().all(path(station, "?q=HeartbeatInterval")).stream()
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not shown"));
    }

    private static String name(OcppVersion version) {
        return version.isV2() ? "OCPPCommCtrlr.HeartbeatInterval" : "HeartbeatInterval";
    }

    private static String interval(OcppVersion version, String value, String more) {
        String address = version.isV2()
                ? "\"component\":\"ocppcommctrlr\",\"variable\":\"heartbeatinterval\""
                : "\"key\":\"HeartbeatInterval\"";
        return "{\"settings\":[{" + address + ",\"value\":\"" + value + "\"" + more + "}]}";
    }

    private static void set(SimStation station, String value) {
        // As somebody does at the station, or its boot.
        station.station().protocol().configuration().all().stream()
                .filter(each -> each.variable().equals("HeartbeatInterval"))
                .forEach(each -> each.value(value));
    }

    @ParameterizedTest
    @EnumSource
    void what_a_station_is_set_to_is_read_and_written_and_was_something_else(OcppVersion version) {
        SimStation station = connected("READ-" + version, version);
        server.api().post(path(station, "/refresh"), "{}").ok();
        Await.until("it is read", PATIENCE, () -> !server.api()
                .all(path(station, "?q=HeartbeatInterval"))
                .isEmpty());
        String before = shown(station, name(version)).path("value").asText(); // 300, or what its boot was answered
        assertThat(before).isIn("300", "60");
        assertThat(shown(station, name(version)).path("mutability").asText()).isEqualTo("ReadWrite");

        JsonNode results = server.api()
                .patch(path(station, ""), interval(version, "77", ""))
                .ok();
        assertThat(results.at("/results/0/result").asText()).isEqualTo("Accepted");
        assertThat(shown(station, name(version)).path("value").asText()).isEqualTo("77");
        JsonNode change = server.api().all(path(station, "/history")).getFirst();
        assertThat(change.path("before").asText()).isEqualTo(before);
        assertThat(change.path("after").asText()).isEqualTo("77");
        assertThat(change.path("by").asText()).isNotEmpty();
    }

    @Test
    void a_value_that_counts_from_the_next_boot_on_is_shown_so_until_then() {
        SimStation station = connected("REBOOT-16", OcppVersion.V16);
        JsonNode results = server.api()
                .patch(path(station, ""), "{\"settings\":[{\"key\":\"SecurityProfile\",\"value\":\"1\"}]}")
                .ok();
        assertThat(results.at("/results/0/result").asText()).isEqualTo("RebootRequired");
        server.api()
                .post(path(station, "/refresh"), "{\"keys\":[\"SecurityProfile\"]}")
                .ok();
        assertThat(server.api().all(path(station, "?rebootPending=true"))).hasSize(1);
        station.reboot();
        station.awaitReady();
        assertThat(server.api().all(path(station, "?rebootPending=true"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_boot_has_lost_is_set_again(OcppVersion version) {
        SimStation station = connected("DRIFT-" + version, version);
        server.api()
                .put(path(station, "/desired"), interval(version, "123", ",\"enforce\":true"))
                .ok();
        Await.until("it is set at once", PATIENCE, () -> state(station).equals("inLine"));
        set(station, "300");
        assertThat(state(station)).isEqualTo("inLine"); // nobody knows yet
        station.reboot();
        Await.until(
                "it is set again",
                PATIENCE,
                () -> server.api().all(path(station, "/history")).stream()
                                .filter(each -> each.path("after").asText().equals("123"))
                                .count()
                        >= 2);
        assertThat(state(station)).isEqualTo("inLine");
    }

    private static String state(SimStation station) {
        return server.api()
                .get(path(station, "/drift"))
                .ok()
                .at("/settings/0/state")
                .asText();
    }
}
