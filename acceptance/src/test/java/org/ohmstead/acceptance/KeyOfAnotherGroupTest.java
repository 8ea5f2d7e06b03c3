package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.time.ManualTime;

/**
 * Every operation of the API, asked by a key that may do everything to the stations of one group, about a station of another: what
 * names it answers as if there were none, and no list tells of it. The operations are those of the API's document, so a new one is
 * among them by itself.
 */
class KeyOfAnotherGroupTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TAG = "04A2B3C4D5E680";
    private static final String MINE = "MINE-7";
    private static final String OTHER = "OTHER-8";

    /** By the beginning of their path: what belongs to no station, and whoever asks. */
    private static final List<String> OF_NO_STATION = List.of(
            "/api/v1/tenants/",
            "/api/v1/tokens/",
            "/api/v1/users/",
            "/api/v1/roles/",
            "/api/v1/api-keys/",
            "/api/v1/catalogue/",
            "/api/v1/me/",
            "/api/v1/admin/",
            "/api/v1/authorities/",
            "/api/v1/contract-roots/",
            "/api/v1/payments/",
            "/api/v1/payment-gateways/",
            "/api/v1/drivers/",
            "/api/v1/companies/",
            "/api/v1/invoices/",
            "/setup",
            "/password");

    /** What is asked of the whole organisation only: refused, whatever it would tell. */
    private static final Set<String> OF_ALL = Set.of(
            "listAuditLogs",
            "verifyAuditLog",
            "listAbandonedEvents",
            "listPayments",
            "listPaymentGateways",
            "listDrivers",
            "listCompanies",
            "listInvoices",
            "getBillingProfile",
            "getLedgerBalances",
            "listLedgerPostings");

    /** Of those that look at what is sent before they look for the station. */
    private static final Map<String, String> BODIES = Map.of(
            "sendCommand",
            "{\"action\":\"Reset\",\"payload\":{\"type\":\"Soft\"}}",
            "setStationPassword",
            "{\"password\":\"correct-horse-battery\"}",
            "closeSession",
            "{\"reason\":\"Because\"}",
            "setDisplayMessage",
            "{\"priority\":\"NormalCycle\",\"message\":{\"format\":\"UTF8\",\"content\":\"Hello\"}}",
            "setStationGroupStations",
            "{\"stations\":[]}",
            "changeStationGroup",
            "{\"name\":\"Taken\"}");

    @TempDir
    private static Path folder;

    private static ServerProcess server;
    private static Simulators simulators;
    private static ApiDocument document;
    private static Api all;
    private static Api limited;
    private static long yard;
    private static long gate;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder, "--close-after-timeouts=off", "--requests-per-user=off");
        simulators = new Simulators();
        all = server.api();
        all.tokens(TAG);
        document = ApiDocument.of(all);
        yard = group("Yard");
        gate = group("Gate");
        experienced(MINE, yard);
        experienced(OTHER, gate);
        secured(OTHER);
        List<String> permissions = new ArrayList<>();
        all.get("/api/v1/roles/permissions").ok().forEach(word -> permissions.add(word.asText()));
        JsonNode made = all.post(
                        "/api/v1/api-keys",
                        "{\"name\":\"k\",\"permissions\":[\"" + String.join("\",\"", permissions)
                                + "\"],\"stationGroups\":[" + yard + "]}")
                .ok();
        limited = all.as(made.path("secret").asText());
        Await.until(
                "the log has the frames of both",
                PATIENCE,
                () -> !items("/api/v1/messages?station=" + OTHER).isEmpty()
                        && !items("/api/v1/messages?station=" + MINE).isEmpty());
    }

    @AfterAll
    static void stop() {
        simulators.close();
        server.close();
    }

    private static long group(String name) {
        return all.post("/api/v1/station-groups", "{\"name\":\"" + name + "\"}")
                .ok()
                .path("id")
                .asLong();
    }

    private static List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        all.get(path).ok().path("items").forEach(items::add);
        return items;
    }

    /** One that has charged and has said whatever there is to say. */
    private static void experienced(String identity, long group) {
        all.post("/api/v1/stations", "{\"identity\":\"" + identity + "\",\"groups\":[" + group + "]}")
                .ok();
        ManualTime time = new ManualTime(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        SimStation station = simulators
                .station(new StationOptions(identity)
                        .url(server.stationUrl())
                        .version(OcppVersion.V21)
                        .time(time)
                        .callTimeout(PATIENCE))
                .patience(PATIENCE);
        station.connect();
        station.plugIn(1);
        station.authorize(TAG);
        station.start(1);
        time.advance(Duration.ofMinutes(10));
        station.meter(1);
        time.advance(Duration.ofMinutes(10));
        station.stop(1);
        station.unplug(1);
        station.awaitDelivered();
        station.authorize("UNKNOWN-AT-" + identity);
        Catalogue.of(OcppVersion.V21).stream()
                .filter(action -> action.direction().fromStation())
                .map(Action::name)
                .forEach(station::send);
    }

    /** It gets a certificate, has to show a password from now on, and somebody calls himself so without one. */
    private static void secured(String identity) {
        String station = "/api/v1/stations/" + identity;
        all.post(station + "/trigger", "{\"message\":\"SignChargingStationCertificate\"}")
                .ok();
        Await.until(
                "it has its certificate", PATIENCE, () -> !items("/api/v1/certificates?state=valid&station=" + identity)
                        .isEmpty());
        all.put(station + "/password", "{\"password\":\"correct-horse-battery\"}")
                .ok();
        assertThatThrownBy(() -> RawStation.connect(server, identity, "ocpp2.1"))
                .isNotNull();
        Await.until("the problem is listed", PATIENCE, () -> !items("/api/v1/connection-problems?station=" + identity)
                .isEmpty());
    }

    /** The id that a path is asked with: of what belongs to the station of the other group. */
    private static String theirs(String path) {
        for (String list : List.of("sessions", "commands", "certificates", "connection-problems")) {
            if (path.startsWith("/api/v1/" + list + "/{")) {
                return items("/api/v1/" + list + "?station=" + OTHER)
                        .getFirst()
                        .path("id")
                        .asText();
            }
        }
        return path.startsWith("/api/v1/reports/")
                ? items("/api/v1/stations/" + OTHER + "/reports")
                        .getFirst()
                        .path("id")
                        .asText()
                : Long.toString(path.contains("/stations/{") ? yard : gate);
    }

    @Test
    void what_names_a_station_of_another_group_answers_as_if_there_were_none() throws Exception {
        List<String> wrong = new ArrayList<>();
        Set<String> asked = new TreeSet<>();
        for (ApiDocument.Operation operation : document.operations().values()) {
            String path = operation.path();
            if (!path.contains("{") || OF_NO_STATION.stream().anyMatch(path::startsWith)) {
                continue;
            }
            String named = path.replace("{station}", OTHER).replace("{id}", theirs(path));
            int status = send(operation, named.replaceAll("\\{[^}]+}", "1")).statusCode();
            asked.add(operation.id());
            if (status != 404) {
                wrong.add(operation.id() + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked)
                .hasSizeGreaterThan(30)
                .contains("getStation", "sendCommand", "stopSession", "closeSession", "getReport", "getStationGroup")
                .contains("getCertificate", "revokeCertificate", "changeStationSecurity", "resolveConnectionProblem");
        assertThat(all.get("/api/v1/stations/" + OTHER).ok().path("groups").findValuesAsText("name"))
                .as("nothing came of it")
                .containsExactly("Gate");
    }

    @Test
    void no_list_tells_of_it() throws Exception {
        List<String> wrong = new ArrayList<>();
        Set<String> telling = new TreeSet<>();
        for (ApiDocument.Operation operation : document.operations().values()) {
            boolean lists = operation.method().equalsIgnoreCase("get")
                    && !operation.path().contains("{");
            if (!lists || operation.streams()) {
                continue;
            }
            String query = operation.id().startsWith("listMeter") ? "?station=" + OTHER : "";
            boolean tells = all.get(operation.path() + query).text().contains(OTHER);
            HttpResponse<String> answer = send(operation, operation.path() + query);
            if (OF_ALL.contains(operation.id())
                    ? answer.statusCode() != 403
                    : answer.body().contains(OTHER)) {
                wrong.add(operation.id() + " " + answer.statusCode() + ": " + answer.body());
            }
            if (tells) {
                telling.add(operation.id());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(telling)
                .as("lists that tell of it to somebody who sees all")
                .contains(
                        "listCertificates",
                        "listConnectionProblems",
                        "listConnections",
                        "listMessages",
                        "listMeterReadings",
                        "listSecurityEvents",
                        "listSessions",
                        "listStations",
                        "listUnknownTokens",
                        "listAuditLogs");
        assertThat(limited.get("/api/v1/sessions/totals?by=station").ok().findValuesAsText("station"))
                .containsExactly(MINE);
        assertThat(limited.get("/api/v1/sessions?station=" + OTHER).ok().path("items"))
                .isEmpty();
        assertThat(limited.get("/api/v1/messages?station=" + OTHER).status()).isEqualTo(404);
        assertThat(limited.get("/api/v1/messages/live?station=" + OTHER).status())
                .isEqualTo(404);
        assertThat(limited.get("/api/v1/stations?stationGroup=" + gate).status())
                .isEqualTo(400);
        assertThat(limited.get("/api/v1/status").ok().at("/stations/connected").asInt())
                .isOne();
        assertThat(all.get("/api/v1/status").ok().at("/stations/connected").asInt())
                .isEqualTo(2);
    }

    @Test
    void whoever_is_limited_makes_nothing_that_reaches_further() {
        String station = "{\"identity\":\"NEW-%s\"%s}";
        assertThat(limited.post("/api/v1/stations", String.format(station, "1", ""))
                        .status())
                .isEqualTo(400);
        assertThat(limited.post("/api/v1/stations", String.format(station, "1", ",\"groups\":[" + gate + "]"))
                        .status())
                .isEqualTo(400);
        assertThat(limited.post("/api/v1/stations", String.format(station, "1", ",\"groups\":[" + yard + "]"))
                        .status())
                .isEqualTo(201);
        assertThat(limited.post("/api/v1/authorities", "{\"name\":\"Wider\",\"kind\":\"own\"}")
                        .status())
                .as("it would vouch for stations of all groups")
                .isEqualTo(403);
        String key = "{\"name\":\"wider\",\"permissions\":[\"station.read\"]%s}";
        for (String groups : List.of("", ",\"stationGroups\":[]", ",\"stationGroups\":[" + gate + "]")) {
            assertThat(limited.post("/api/v1/api-keys", String.format(key, groups))
                            .status())
                    .isEqualTo(403);
            assertThat(limited.post("/api/v1/roles", String.format(key, groups)).status())
                    .isEqualTo(403);
        }
        assertThat(limited.put("/api/v1/station-groups/" + yard + "/stations", "{\"stations\":[]}")
                        .status())
                .isEqualTo(403);
        assertThat(limited.post("/api/v1/station-groups", "{\"name\":\"Own\"}").status())
                .isEqualTo(403);
        assertThat(limited.delete("/api/v1/station-groups/" + yard + "/stations/" + MINE)
                        .status())
                .isEqualTo(403);
    }

    private static HttpResponse<String> send(ApiDocument.Operation operation, String path)
            throws IOException, InterruptedException {
        String method = operation.method().toUpperCase(Locale.ROOT);
        HttpRequest.Builder request = HttpRequest.newBuilder(server.api().base().resolve(path));
        if (operation.node().has("requestBody")) {
            String body = BODIES.getOrDefault(operation.id(), "{}");
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        } else {
            request.method(method, BodyPublishers.noBody());
        }
        return HTTP.send(limited.authorised(request).build(), BodyHandlers.ofString());
    }
}
