package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/**
 * Ring 4: an operator's work in a real browser, beside stations of all three versions; and every screen, looked at by a program: at
 * two widths, light and dark, with axe. Pictures of the screens are in target/screenshots; with {@code -Dohmstead.write=true} they
 * are those of the documents.
 */
final class DashboardScenariosTest {
    private static final Path ROOT = Path.of(System.getProperty("ohmstead.root"));
    private static final Path BROWSER = ROOT.resolve("acceptance/src/test/browser");
    private static final String EMAIL = "olga@example.org";
    private static final String PASSWORD = "a sentence of hers";
    private static final Map<String, OcppVersion> LIVE =
            Map.of("LIVE-16", OcppVersion.V16, "LIVE-201", OcppVersion.V201, "LIVE-21", OcppVersion.V21);

    private static final List<String> KINDS = List.of("light", "dark", "phone");
    private static final Map<String, JsonNode> SCREENS = new HashMap<>();

    @TempDir
    static Path folder;

    static JsonNode scenarios;

    @BeforeAll
    static void work() throws Exception {
        Node node = new Node(BROWSER);
        node.install();
        try (ServerProcess server = ServerProcess.start(
                        Files.createDirectory(folder.resolve("one")),
                        "--admin-email=" + EMAIL,
                        "--admin-password=" + PASSWORD);
                ServerProcess fresh = ServerProcess.start(Files.createDirectory(folder.resolve("fresh")));
                Simulators simulators = new Simulators()) {
            stations(server, simulators);
            String base = server.api().base().toString();
            scenarios = last(node.run("node", "scenarios.js", base, EMAIL, PASSWORD, server.key(), setupLink(fresh)));
            String pictures = (Boolean.getBoolean("ohmstead.write")
                            ? ROOT.resolve("docs/screenshots")
                            : ROOT.resolve("acceptance/target/screenshots"))
                    .toString();
            for (String kind : KINDS) {
                SCREENS.put(
                        kind, last(node.run("node", "screens.js", kind, base, EMAIL, PASSWORD, "LIVE-21", pictures)));
            }
        }
    }

    private static void stations(ServerProcess server, Simulators simulators) {
        LIVE.keySet().forEach(server.api()::tokens);
        List<SimStation> all = new ArrayList<>();
        LIVE.forEach((identity, version) -> all.add(station(server, simulators, identity, version)));
        OcppVersion[] versions = OcppVersion.values();
        for (int number = 1; number <= 20; number++) {
            SimStation one =
                    station(server, simulators, String.format("BULK-%02d", number), versions[number % versions.length]);
            if (number == 7 || number == 14) {
                one.mischief().refuses("ClearCache");
            }
            all.add(one);
        }
        all.forEach(SimStation::awaitReady);
        double place = 0;
        for (SimStation one : all) {
            place += 0.37;
            server.api()
                    .patch(
                            "/api/v1/stations/" + one.identity(),
                            "{\"latitude\":" + (47.5 + place % 5) + ",\"longitude\":" + (6.5 + place) + "}")
                    .ok();
        }
        all.subList(0, LIVE.size()).forEach(one -> {
            one.plugIn(1);
            one.authorize(one.identity());
            one.start(1);
        });
    }

    private static SimStation station(
            ServerProcess server, Simulators simulators, String identity, OcppVersion version) {
        server.api().stations(identity);
        SimStation station = simulators.station(new StationOptions(identity)
                .url(server.stationUrl())
                .version(version)
                .meterInterval(Duration.ofSeconds(2)));
        station.connect();
        return station;
    }

    private static String setupLink(ServerProcess fresh) {
        Matcher secret = Pattern.compile("/setup#([\\w-]+)").matcher(fresh.log());
        assertThat(secret.find()).as(fresh.log()).isTrue();
        return fresh.api().base() + "/setup#" + secret.group(1);
    }

    /** What it says is its last line; Node may warn of something before. */
    private static JsonNode last(String said) throws Exception {
        return Api.JSON.readTree(said.strip().substring(said.strip().lastIndexOf('\n') + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstRun", "bulk", "live", "commands", "viewer", "lost", "keyboard", "language"})
    void an_operator_works_with_it(String scenario) {
        JsonNode came = scenarios.path(scenario);
        assertThat(came.path("ok").asBoolean()).as(came.toPrettyString()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void nothing_serious_is_wrong_with_any_screen(String kind) {
        assertThat(SCREENS.get(kind).path("screens")).hasSizeGreaterThan(25);
        assertThat(SCREENS.get(kind).path("faults")).isEmpty();
    }
}
