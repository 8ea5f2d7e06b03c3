package org.ohmstead.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ring 3: stations on the npm package ocpp-rpc, whose strict mode refuses every frame of ours that breaks a schema. */
final class StationsOfOthersTest {
    private static final Path NODE = Path.of(System.getProperty("ohmstead.root"), "acceptance", "src", "test", "node");

    @TempDir
    static Path folder;

    static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        new Node(NODE).install();
        server = ServerProcess.start(folder);
        server.api().tokens("04A2B3C4D5E680");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ocpp1.6, RPC-16, GetConfiguration, '{\"key\":[\"HeartbeatInterval\"]}'",
        "ocpp2.0.1, RPC-201, GetVariables, "
                + "'{\"getVariableData\":[{\"component\":{\"name\":\"OCPPCommCtrlr\"},\"variable\":{\"name\":\"HeartbeatInterval\"}}]}'",
        "ocpp2.1, RPC-21, GetVariables, "
                + "'{\"getVariableData\":[{\"component\":{\"name\":\"OCPPCommCtrlr\"},\"variable\":{\"name\":\"HeartbeatInterval\"}}]}'",
    })
    void a_strict_client_of_others_drives_a_whole_session(
            String protocol, String identity, String action, String payload) throws Exception {
        server.api().stations(identity);
        Path err = folder.resolve(identity + ".err");
        Process station = new ProcessBuilder(
                        "node", "session.js", server.stationUrl(), identity, protocol, "04A2B3C4D5E680")
                .directory(NODE.toFile())
                .redirectError(err.toFile())
                .start();
        try (BufferedReader out = station.inputReader(UTF_8)) {
            JsonNode said = Api.JSON.readTree(line(out, err));
            assertThat(said.path("protocol").asText()).isEqualTo(protocol);
            assertThat(said.at("/boot/status").asText()).isEqualTo("Accepted");
            assertThat(said.at(protocol.equals("ocpp1.6") ? "/shown/idTagInfo/status" : "/shown/idTokenInfo/status")
                            .asText())
                    .isEqualTo("Accepted");
            assertThat(said.at("/data/status").asText()).isEqualTo("UnknownVendorId");

            JsonNode command = server.api()
                    .post(
                            "/api/v1/stations/" + identity + "/commands",
                            "{\"action\":\"" + action + "\",\"payload\":" + payload + ",\"wait\":\"10s\"}")
                    .ok();
            assertThat(command.path("outcome").asText()).as(command.toString()).isEqualTo("answered");

            station.outputWriter(UTF_8).close();
            assertThat(Api.JSON
                            .readTree(line(out, err))
                            .at("/commands/0/action")
                            .asText())
                    .isEqualTo(action);
        }
        assertThat(station.waitFor(20, TimeUnit.SECONDS)).isTrue();

        JsonNode session =
                server.api().all("/api/v1/sessions?station=" + identity).getFirst();
        assertThat(session.path("state").asText()).isEqualTo("ended");
        assertThat(session.path("energyWh").decimalValue()).isEqualByComparingTo("2000");
        assertThat(session.path("verdict").asText()).as(session.toString()).isEqualTo("complete");
        assertThat(server.api().all("/api/v1/sessions/" + session.path("id").asText() + "/readings"))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private static String line(BufferedReader out, Path err) throws IOException {
        String line = out.readLine();
        assertThat(line).as("the station ended early: " + Files.readString(err)).isNotNull();
        return line;
    }
}
