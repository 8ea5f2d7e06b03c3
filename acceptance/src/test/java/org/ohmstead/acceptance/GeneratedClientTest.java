package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others make of the document: a linter, and a TypeScript client with a program that uses it. */
final class GeneratedClientTest {
    private static final Path SOURCES =
            Path.of(System.getProperty("ohmstead.root"), "acceptance", "src", "test", "client");

    @TempDir
    static Path folder;

    static ServerProcess server;
    static Path client;

    @BeforeAll
    static void start() throws Exception {
        client = Files.createDirectory(folder.resolve("client"));
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, client.resolve(file.getFileName()));
            }
        }
        new Node(client).install();
        server = ServerProcess.start(folder);
        Files.writeString(
                client.resolve("openapi.json"),
                server.api().get("/openapi?format=json").text());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_linter_has_nothing_to_say() throws Exception {
        new Node(client).run("node_modules/.bin/redocly", "lint", "openapi.json", "--config", "redocly.yaml");
    }

    @Test
    void a_typescript_program_compiles_and_works() throws Exception {
        new Node(client).run("node_modules/.bin/openapi-typescript", "openapi.json", "-o", "api.d.ts");
        new Node(client).run("node_modules/.bin/tsc", "-p", ".");
        server.api().stations("TYPED");
        server.api().tokens("CARD");
        try (RawStation station = RawStation.booted(server, "TYPED", "ocpp1.6")) {
            for (int wattHours : new int[] {1000, 3000}) {
                String id = station.ask(
                                "[2,\"s" + wattHours + "\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"CARD\","
                                        + "\"meterStart\":" + wattHours + ",\"timestamp\":\"" + Instant.now() + "\"}]")
                        .at("/2/transactionId")
                        .asText();
                station.ask("[2,\"e" + wattHours + "\",\"StopTransaction\",{\"transactionId\":" + id + ",\"meterStop\":"
                        + (wattHours + 1) + ",\"timestamp\":\"" + Instant.now() + "\"}]");
            }
            Path said = folder.resolve("program.out");
            Process program = new Node(client)
                    .start(said, "node", "out/program.js", server.api().base().toString(), "TYPED", server.key());
            JsonNode command = station.next();
            station.say("[3," + command.get(1) + ",{\"status\":\"Accepted\"}]");
            Node.end(program, said);

            JsonNode result = Api.JSON.readTree(Files.readString(said));
            assertThat(result.path("admission").asText()).isEqualTo("pending");
            assertThat(result.path("name").asText()).isEqualTo("Yard");
            assertThat(result.path("outcome").asText()).isEqualTo("answered");
            assertThat(result.path("maxSessions").asInt()).isEqualTo(1);
            assertThat(result.path("imported").asInt()).isEqualTo(2);
            assertThat(result.path("removed").asInt()).isEqualTo(204);
            assertThat(result.path("connected").get(0).asText()).isEqualTo("TYPED");
            assertThat(result.path("field").asText()).isEqualTo("limit");
            assertThat(result.path("database").asText()).isEqualTo("sqlite");
            assertThat(result.path("sessions").asInt()).isEqualTo(2);
            assertThat(result.path("worth").get(0).asText()).isEqualTo("1 Wh");
        }
    }
}
