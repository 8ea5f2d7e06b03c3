package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in and out, as an operator's spreadsheet and programs ask for them. */
final class TablesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    static ServerProcess server;
    static RawStation station;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder, "--unknown-stations=accept");
        station = RawStation.booted(server, "TABLE-1", "ocpp1.6");
    }

    @AfterAll
    static void stop() {
        station.close();
        server.close();
    }

    private static HttpResponse<String> get(String path, String accept) {
        return send(HttpRequest.newBuilder(server.api().base().resolve(path)).header("Accept", accept));
    }

    private static HttpResponse<String> importCsv(String path, byte[] table) {
        return send(HttpRequest.newBuilder(server.api().base().resolve(path))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(table)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(server.api().authorised(request).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long charge(String tag) {
        long id = station.ask("[2,\"s\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"" + tag
                        + "\",\"meterStart\":0,\"timestamp\":\"" + Instant.now() + "\"}]")
                .at("/2/transactionId")
                .asLong();
        station.ask("[2,\"m\",\"MeterValues\",{\"connectorId\":1,\"transactionId\":" + id
                + ",\"meterValue\":[{\"timestamp\":\"" + Instant.now()
                + "\",\"sampledValue\":[{\"value\":\"1\"}]}]}]");
        station.ask("[2,\"e\",\"StopTransaction\",{\"transactionId\":" + id + ",\"meterStop\":2,\"timestamp\":\""
                + Instant.now() + "\"}]");
        return id;
    }

    @Test
    void tokens_come_as_a_table_and_sessions_go_as_one() throws Exception {
        byte[] table = "\uFEFFValue;blocked;note\r\n04:A2:B3:C4;FALSE;Müller\r\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        JsonNode preview = Api.JSON.readTree(
                importCsv("/api/v1/tokens/import?dryRun=true", table).body());
        assertThat(preview.path("created").asInt()).isEqualTo(1);
        assertThat(preview.path("dryRun").asBoolean()).isTrue();
        assertThat(importCsv("/api/v1/tokens/import", table).statusCode()).isEqualTo(200);
        HttpResponse<String> wrong = importCsv(
                "/api/v1/tokens/import", "value\n4.2E+10\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Line 2", "digits are lost");

        long id = charge("04-a2-b3-c4");
        HttpResponse<String> sessions = get("/api/v1/sessions?token=04A2B3C4", "text/csv");
        assertThat(sessions.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(sessions.body().lines()).hasSize(2).last().asString().startsWith(id + ",TABLE-1,1,1,04:A2:B3:C4,");
        HttpResponse<String> readings = get("/api/v1/sessions/" + id + "/readings", "text/csv");
        assertThat(readings.body().lines()).hasSize(2).first().asString().startsWith("\uFEFFsampledAt,");

        HttpResponse<String> totals =
                get("/api/v1/sessions/totals?by=day,station,token&zone=Europe/Berlin&station=TABLE-1", "text/csv");
        assertThat(totals.body()).contains(",TABLE-1,04:A2:B3:C4,1,2,0,0,0,0");
        JsonNode sums =
                server.api().get("/api/v1/sessions/totals?by=month,token").ok();
        assertThat(sums.at("/items/0/complete/energyWh").asInt()).isEqualTo(2);
        assertThat(get("/api/v1/sessions/totals?by=week", "text/csv").statusCode())
                .isEqualTo(400);
    }

    @Test
    void who_takes_anything_gets_json_and_a_table_has_no_pages() {
        for (String path : new String[] {"/api/v1/sessions", "/api/v1/sessions/totals"}) {
            for (String accept : new String[] {"*/*", "application/json", "text/html,*/*;q=0.8"}) {
                assertThat(get(path, accept)
                                .headers()
                                .firstValue("Content-Type")
                                .orElse(""))
                        .as(path + " " + accept)
                        .startsWith("application/json");
            }
            HttpResponse<String> paged = get(path + "?limit=5", "text/csv");
            assertThat(paged.statusCode()).isEqualTo(400);
            assertThat(paged.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
        assertThat(get("/api/v1/sessions/99999/readings", "text/csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_nobody_registered_is_listed_with_its_station() {
        station.ask("[2,\"a\",\"Authorize\",{\"idTag\":\"NOBODYS\"}]");
        JsonNode unknown =
                server.api().get("/api/v1/tokens/unknown?station=table-1").ok();
        assertThat(unknown.at("/items/0/value").asText()).isEqualTo("NOBODYS");
        assertThat(unknown.at("/items/0/station").asText()).isEqualTo("TABLE-1");
    }

    @Test
    void the_document_names_the_parameters_of_lists() {
        JsonNode paths = server.api().get("/openapi?format=json").ok().path("paths");
        for (String path : new String[] {"/api/v1/sessions", "/api/v1/sessions/totals"}) {
            assertThat(paths.at("/" + path.replace("/", "~1") + "/get/parameters")
                            .findValuesAsText("name"))
                    .as(path)
                    .contains("endedFrom", "endedTo", "station", "token", "limit", "cursor")
                    .doesNotHaveDuplicates();
        }
        assertThat(paths.at("/~1api~1v1~1tokens~1import/post/requestBody/content")
                        .toString())
                .contains("application/json", "text/csv");
    }
}
