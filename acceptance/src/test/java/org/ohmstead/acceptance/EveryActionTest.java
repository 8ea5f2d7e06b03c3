package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/** Ring 4: the whole catalogue, in both directions, against the packaged server. */
final class EveryActionTest {
    /** What makes the station reboot or disconnect, and so goes last. */
    private static final Set<String> DISRUPTIVE = Set.of("Reset");

    @TempDir
    static Path folder;

    static ServerProcess server;
    static Simulators simulators;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder, "--close-after-timeouts=off");
        server.api().tokens("04A2B3C4D5E680");
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
        return station;
    }

    private static Stream<Action> toStation(OcppVersion version) {
        return Catalogue.of(version).stream()
                .filter(action -> action.direction().toStation())
                .sorted(Comparator.comparing(action -> DISRUPTIVE.contains(action.name())));
    }

    private static JsonNode command(String identity, String action, String payload) {
        return server.api()
                .post(
                        "/api/v1/stations/" + identity + "/commands",
                        "{\"action\":\"" + action + "\",\"payload\":" + payload + ",\"wait\":\"10s\"}")
                .ok();
    }

    private static <T extends Record> String json(T message, OcppVersion version) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) message.getClass();
        return RecordCodec.of(type, version).write(message);
    }

    @ParameterizedTest
    @EnumSource
    void whatever_a_station_may_send_is_answered(OcppVersion version) {
        SimStation station = connected("SAYS-" + version, version);
        for (Action action : Catalogue.of(version)) {
            if (action.direction().fromStation()) {
                Optional<Outcome<? extends OcppResult>> outcome = station.send(action.name());
                assertThat(outcome.isEmpty()).as(action.name()).isEqualTo(action.isSend());
                outcome.ifPresent(
                        said -> assertThat(said).as(action.name() + ": " + said).isInstanceOf(Outcome.Answered.class));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_may_go_to_a_station_goes_through_the_door(OcppVersion version) {
        SimStation station = connected("DOES-" + version, version);
        for (Action action : toStation(version).toList()) {
            String payload = json(station.samples().toStation(action.name()), version);
            JsonNode result = command(station.identity(), action.name(), payload);
            assertThat(result.path("outcome").asText())
                    .as(action.name() + " " + result)
                    .isEqualTo("answered");
            assertThat(result.path("response").isObject()).as(action.name()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_station_that_refuses_is_heard(OcppVersion version) {
        SimStation station = connected("WONT-" + version, version);
        station.mischief().refusesCommands(true);
        toStation(version).forEach(action -> {
            String payload = json(station.samples().toStation(action.name()), version);
            JsonNode result = command(station.identity(), action.name(), payload);
            assertThat(result.path("outcome").asText()).as(result.toString()).isIn("notSupported", "refused");
            assertThat(result.path("errorCode").asText()).as(result.toString()).isNotEmpty();
        });
        JsonNode missing =
                server.api().get("/api/v1/stations/" + station.identity()).ok().path("unsupportedActions");
        assertThat(missing).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_station_that_is_away_is_said_to_be_away(OcppVersion version) {
        SimStation station = connected("GONE-" + version, version);
        List<String> payloads = toStation(version)
                .map(action -> action.name() + "=" + json(station.samples().toStation(action.name()), version))
                .toList();
        station.disconnect();
        Await.until("the server has noticed", () -> !server.api()
                .get("/api/v1/stations/" + station.identity())
                .ok()
                .path("connected")
                .asBoolean());
        for (String one : payloads) {
            String[] parts = one.split("=", 2);
            JsonNode result = command(station.identity(), parts[0], parts[1]);
            assertThat(result.path("outcome").asText()).as(result.toString()).isEqualTo("notConnected");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_station_that_is_silent_times_out(OcppVersion version) {
        SimStation station = connected("MUTE-" + version, version);
        station.mischief().silent(true);
        toStation(version).forEach(action -> {
            JsonNode result = server.api()
                    .post(
                            "/api/v1/stations/" + station.identity() + "/commands",
                            "{\"action\":\"" + action.name() + "\",\"payload\":"
                                    + json(station.samples().toStation(action.name()), version)
                                    + ",\"timeout\":\"100ms\"}")
                    .ok();
            // A reset does what it is told, without a word: the connection goes before the time is up.
            assertThat(result.path("outcome").asText())
                    .as(result.toString())
                    .isEqualTo(DISRUPTIVE.contains(action.name()) ? "connectionLost" : "timedOut");
        });
    }
}
