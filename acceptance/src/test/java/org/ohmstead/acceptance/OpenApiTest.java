package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.time.ManualTime;

/** Every operation of the API, called with good and bad input, answers as the document says: status, type and each property. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OpenApiTest {
    private static final String TAG = "04A2B3C4D5E680";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What is no GET and changes nothing but who is signed in just now, or nothing until it is confirmed or used. */
    private static final Set<String> CHANGES_NOTHING = Set.of(
            "refreshSignIn",
            "signOut",
            "endMySignIn",
            "makeMySecondFactor",
            "lookAtPasswordLink",
            "adminSetupLink",
            "testContractPool",
            "diagnoseStation",
            "priceCharge",
            "previewTariff",
            "actOnTestPayment", // it does what a driver would
            "collectInvoices"); // nothing is there to be collected

    /** Which need a session with a price and somebody who pays: BillsTest, InvoicesTest and InvoiceDocumentsTest have them. */
    private static final Set<String> SUCCEED_ELSEWHERE =
            Set.of("getBill", "releaseBill", "getInvoice", "getInvoicePage", "getInvoicePdf");

    @TempDir
    static Path folder;

    static ServerProcess server;
    static Simulators simulators;
    static DocumentedApi api;
    /** The token of one of the installation. */
    private static String administrator;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(
                folder,
                Stream.concat(
                                Stream.of(
                                        "--close-after-timeouts=off",
                                        "--station-auth-methods=password,certificate,token",
                                        "--contract-pool=lab"),
                                Stream.of(ProviderOperations.FLAGS))
                        .toArray(String[]::new));
        server.api().tokens(TAG);
        simulators = new Simulators();
        api = new DocumentedApi(server.api());
    }

    @AfterAll
    static void stop() {
        simulators.close();
        server.close();
    }

    /** A station that has charged and has said whatever there is to say; it stays connected. */
    private static SimStation experienced(String identity, OcppVersion version) {
        ManualTime time = new ManualTime(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        SimStation station = simulators
                .station(new StationOptions(identity)
                        .url(server.stationUrl())
                        .version(version)
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
        Catalogue.of(version).stream()
                .filter(action -> action.direction().fromStation())
                .map(Action::name)
                .forEach(station::send);
        return station;
    }

    private static List<JsonNode> list(String operation, String... pathAndQuery) {
        return api.list(operation, pathAndQuery);
    }

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void whatever_a_station_leaves_behind_is_shown_as_the_document_says(OcppVersion version) {
        String station = "DOC-" + version;
        api.call("createStation")
                .body("{\"identity\":\"" + station + "\",\"name\":\"Yard\",\"zone\":\"Europe/Berlin\"}")
                .gives(201);
        experienced(station, version);

        List<JsonNode> connectors = list("listStationConnectors", "station", station);
        assertThat(connectors).isNotEmpty();
        JsonNode gone = connectors.getLast();
        for (int status : new int[] {204, 404}) {
            api.call("removeStationConnector")
                    .with("station", station)
                    .with("evse", gone.path("evse").asInt())
                    .with("connector", gone.path("connector").asInt())
                    .gives(status);
        }
        api.call("removeStationConnector")
                .with("station", station)
                .with("evse", "one")
                .with("connector", 1)
                .gives(400);
        assertThat(list("listStationConnections", "station", station)).isNotEmpty();
        list("listStationDeviations", "station", station);
        assertThat(list("listStationSecurityEvents", "station", station)).isNotEmpty();
        assertThat(list("listStationJobStatuses", "station", station)).isNotEmpty();
        list("listStationEvents", "station", station);
        List<JsonNode> reports = list("listStationReports", "station", station);
        assertThat(reports.isEmpty()).isEqualTo(version == OcppVersion.V16);
        for (JsonNode report : reports) {
            api.call("getReport").with("id", report.path("id").asLong()).gives(200);
        }
        assertThat(list("listMeterReadings", "station", station)).isNotEmpty();
        list("listMeterRollups", "station", station);
        Await.until("the log has its messages", Duration.ofSeconds(20), () -> !list("listMessages", "station", station)
                .isEmpty());
        for (JsonNode session : list("listSessions", "station", station, "state", "ended")) {
            String id = session.path("id").asText();
            api.call("getSession").with("id", id).gives(200);
            list("listSessionReadings", "id", id);
            assertThat(list("listSessionEvidence", "id", id)).isNotEmpty();
        }
    }

    @Test
    @Order(2)
    void stations_and_their_passwords() {
        api.call("createStation").body("{\"identity\":\"NEW 1\"}").gives(201);
        api.call("createStation").body("{\"identity\":\"new 1\"}").gives(409);
        api.call("createStation").body("{\"identity\":7}").gives(400);
        api.call("createStation")
                .body("{\"identity\":\"X\",\"colour\":\"red\"}")
                .gives(400);
        api.call("createStation").body("text/plain", "X").gives(415);
        api.call("createStation").body("x".repeat((1 << 20) + 1)).gives(413);
        api.call("getStation").with("station", "NEW 1").gives(200);
        api.call("getStation").with("station", "NOBODY").gives(404);
        api.call("changeStation")
                .with("station", "NEW 1")
                .body("{\"name\":\"Gate\",\"admission\":\"pending\",\"defaultVersion\":\"2.1\",\"strict\":true}")
                .gives(200);
        api.call("changeStation")
                .with("station", "NEW 1")
                .body("{\"heartbeatIntervalSeconds\":60,\"zone\":null}")
                .gives(200);
        api.call("changeStation")
                .with("station", "NEW 1")
                .body("{\"admission\":\"maybe\"}")
                .gives(400);
        api.call("changeStation").with("station", "NOBODY").body("{}").gives(404);
        api.call("setStationPassword")
                .with("station", "NEW 1")
                .body("{\"password\":\"correct-horse-battery\"}")
                .gives(204);
        api.call("setStationPassword")
                .with("station", "NEW 1")
                .body("{\"password\":\"short\"}")
                .gives(400);
        api.call("setStationPassword")
                .with("station", "NOBODY")
                .body("{\"password\":\"x\"}")
                .gives(404);
        api.call("removeStationPassword").with("station", "NEW 1").gives(204);
        api.call("removeStationPassword").with("station", "NOBODY").gives(404);
        assertThat(list("listStations")).isNotEmpty();
        api.call("listStations").with("q", "DOC").with("connected", true).gives(200);
        api.call("listStations").with("connected", "perhaps").gives(400);
        api.call("removeStation").with("station", "NEW 1").gives(204);
        api.call("removeStation").with("station", "DOC-V16").gives(409);
        api.call("removeStation").with("station", "NOBODY").gives(404);
    }

    @Test
    @Order(3)
    void who_is_connected_and_who_was_turned_away() {
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("ocpp1.6")
                .buildAsync(URI.create(server.stationUrl() + "/STRANGER"), new java.net.http.WebSocket.Listener() {})
                .handle((socket, refused) -> assertThat(refused).isNotNull())
                .join();
        Await.until("the attempt is listed", Duration.ofSeconds(20), () -> !list("listConnectionAttempts")
                .isEmpty());
        assertThat(list("listConnections")).isNotEmpty();
        api.call("listConnections").with("open", true).gives(200);
        assertThat(list("listSecurityEvents")).isNotEmpty();
    }

    @Test
    @Order(4)
    void tokens() {
        String all = "{\"value\":\"DOC-T1\",\"type\":\"ISO14443\",\"group\":\"G\",\"blocked\":false,"
                + "\"expiresAt\":\"2031-01-31T12:00:00Z\",\"maxSessions\":0,\"priority\":-9,\"language\":\"de\","
                + "\"allowed\":[{\"station\":\"DOC-V16\",\"evses\":[1]}],\"personalMessage\":\"Hello\",\"note\":\"n\"}";
        String id = api.call("createToken").body(all).gives(201).path("id").asText();
        api.call("createToken").body(all).gives(409);
        api.call("createToken")
                .body("{\"value\":\"DOC-T2\",\"maxSessions\":\"two\"}")
                .gives(400);
        api.call("createToken").body("{}").gives(400);
        api.call("getToken").with("id", id).gives(200);
        api.call("getToken").with("id", "999999").gives(404);
        api.call("getToken").with("id", "seven").gives(404);
        api.call("changeToken")
                .with("id", id)
                .body("{\"blocked\":true,\"group\":null}")
                .gives(200);
        api.call("changeToken").with("id", id).body("{\"priority\":10}").gives(400);
        api.call("changeToken").with("id", "999999").body("{}").gives(404);
        api.call("importTokens")
                .body("[{\"value\":\"DOC-T3\"},{\"value\":\"DOC-T4\",\"blocked\":true}]")
                .gives(200);
        api.call("importTokens")
                .body("[{\"value\":\"DOC-T5\",\"priority\":99}]")
                .gives(400);
        api.call("importTokens")
                .body("text/csv", "value,blocked\nDOC-T6,false\n")
                .gives(200);
        api.call("importTokens")
                .with("dryRun", true)
                .body("[{\"value\":\"DOC-T7\"}]")
                .gives(200);
        assertThat(list("listTokens")).isNotEmpty();
        list("listUnknownTokens");
        api.call("listTokens")
                .with("blocked", true)
                .with("q", "DOC")
                .with("group", "G")
                .gives(200);
        api.call("removeToken").with("id", id).gives(204);
        api.call("removeToken").with("id", id).gives(404);
    }

    @Test
    @Order(5)
    void sessions_and_their_end_by_hand() {
        try (RawStation station = RawStation.booted(server, "DOC-V16", "ocpp1.6")) {
            String id = station.ask("[2,\"s\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"" + TAG
                            + "\",\"meterStart\":1000,\"timestamp\":\"" + Instant.now() + "\"}]")
                    .at("/2/transactionId")
                    .asText();
            api.call("getSession").with("id", id).gives(200);
            stops(station, id);
            api.call("closeSession").with("id", id).body("{\"reason\":\"\"}").gives(400);
            api.call("closeSession")
                    .with("id", id)
                    .body("{\"reason\":\"Its stop will not come\"}")
                    .gives(200);
            api.call("closeSession")
                    .with("id", id)
                    .body("{\"reason\":\"Once more\"}")
                    .gives(409);
            api.call("stopSession").with("id", id).gives(409);
        }
        api.call("closeSession")
                .with("id", "999999")
                .body("{\"reason\":\"None\"}")
                .gives(404);
        api.call("getSession").with("id", "999999").gives(404);
        api.call("stopSession").with("id", "999999").gives(404);
        api.call("stopTokenSessions").with("id", "999999").gives(404);
        for (String operation : List.of("listSessionReadings", "listSessionEvidence", "getReport")) {
            api.call(operation).with("id", "999999").gives(404);
        }
        assertThat(list("listSessionTotals", "by", "day,station,token")).isNotEmpty();
        api.call("listSessionTotals").with("by", "week").gives(400);
        assertThat(list("listSessions")).isNotEmpty();
        api.call("listSessions")
                .with("station", "DOC-V16")
                .with("evse", 1)
                .with("token", TAG)
                .with("verdict", "complete")
                .with("from", "2020-01-31T12:00:00Z")
                .with("to", "2050-01-31T12:00:00+01:00")
                .gives(200);
        api.call("listSessions").with("state", "sleeping").gives(400);
        assertThat(list("listSessionTotals", "by", "month,station,token", "zone", "Europe/Berlin"))
                .isNotEmpty();
        api.call("listSessionTotals").with("by", "week").gives(400);
        api.call("listMeterReadings").gives(400);
        api.call("listMeterRollups").gives(400);
    }

    /** The station is away, so that they wait. */
    /** A card that charges is blocked, its session is to be stopped, and the station does not want to. */
    private static void stops(RawStation station, String session) {
        String card = list("listTokens", "q", TAG).getFirst().path("id").asText();
        JsonNode blocked = api.call("changeToken")
                .with("id", card)
                .body("{\"blocked\":true}")
                .gives(200);
        assertThat(blocked.at("/charging/sessions").findValuesAsText("id")).contains(session);
        assertThat(api.call("getToken").with("id", card).gives(200).at("/charging/sessions"))
                .isNotEmpty();
        assertThat(api.call("importTokens")
                        .with("dryRun", true)
                        .body("[{\"value\":\"" + TAG + "\"}]")
                        .gives(200)
                        .path("charging"))
                .hasSize(1);
        var one = CompletableFuture.supplyAsync(
                () -> api.call("stopSession").with("id", session).gives(200));
        station.say("[3," + station.next().path(1) + ",{\"status\":\"Rejected\"}]");
        assertThat(one.join().path("accepted").asBoolean(true)).isFalse();
        var all = CompletableFuture.supplyAsync(
                () -> api.call("stopTokenSessions").with("id", card).gives(200));
        station.say("[4," + station.next().path(1) + ",\"InternalError\",\"\",{}]");
        assertThat(all.join().path("sessions").findValuesAsText("outcome")).contains("refused");
        assertThat(list("listSessionEvidence", "id", session)
                        .getLast()
                        .path("kind")
                        .asText())
                .isEqualTo("commanded");
        api.call("changeToken").with("id", card).body("{\"blocked\":false}").gives(200);
    }

    @Test
    @Order(6)
    void commands_and_their_catalogue() {
        for (OcppVersion version : OcppVersion.values()) {
            SimStation station = simulators.station(new StationOptions("CMD-" + version)
                    .url(server.stationUrl())
                    .version(version)
                    .callTimeout(PATIENCE));
            server.api().stations(station.identity());
            station.connect();
            String reset = "{\"action\":\"Reset\",\"wait\":\"10s\",\"payload\":{\"type\":\""
                    + (version == OcppVersion.V16 ? "Soft" : "Immediate") + "\"}}";
            station.mischief().refusesCommands(true);
            JsonNode refused = api.call("sendCommand")
                    .with("station", station.identity())
                    .body(reset)
                    .gives(200);
            assertThat(refused.path("outcome").asText()).isIn("refused", "notSupported");
            station.mischief().refusesCommands(false);
            JsonNode trigger = api.call("sendCommand")
                    .with("station", station.identity())
                    .body("{\"action\":\"TriggerMessage\",\"payload\":{\"requestedMessage\":\"Heartbeat\"}}")
                    .gives(200);
            assertThat(trigger.path("outcome").asText()).as(trigger.toString()).isEqualTo("answered");
            api.call("rotateStationPassword")
                    .with("station", station.identity())
                    .body("{\"wait\":\"10s\"}")
                    .gives(200);
            api.call("rotateStationPassword")
                    .with("station", station.identity())
                    .body("{\"password\":\"short\"}")
                    .gives(400);
            station.disconnect();
            Await.until("it is gone", PATIENCE, () -> api.call("sendCommand")
                    .with("station", station.identity())
                    .body(reset)
                    .gives(200)
                    .path("outcome")
                    .asText()
                    .equals("notConnected"));
            api.call("listActions").with("version", version.number()).gives(200);
            for (Action action : Catalogue.of(version)) {
                api.call("getAction")
                        .with("version", version.number())
                        .with("action", action.name())
                        .gives(200);
            }
        }
        api.call("sendCommand")
                .with("station", "CMD-V16")
                .body("{\"action\":\"Rest\"}")
                .gives(400);
        api.call("sendCommand").with("station", "CMD-V16").body("{}").gives(400);
        api.call("sendCommand")
                .with("station", "NOBODY")
                .body("{\"action\":\"Reset\"}")
                .gives(404);
        api.call("rotateStationPassword").with("station", "NOBODY").body("{}").gives(404);
        api.call("createStation").body("{\"identity\":\"MOODY\"}").gives(201);
        SimStation moody = simulators.station(
                new StationOptions("MOODY").url(server.stationUrl()).version(OcppVersion.V21));
        moody.connect();
        new CommandOperations(api, moody).call();
        api.call("listActions").with("version", "3.0").gives(404);
        api.call("getAction").with("version", "1.6").with("action", "Rest").gives(404);
    }

    @Test
    @Order(6)
    void messages_on_displays() {
        api.call("createStation").body("{\"identity\":\"SIGN\"}").gives(201);
        experienced("SIGN", OcppVersion.V21);
        String hello = "{\"priority\":\"NormalCycle\",\"message\":{\"format\":\"UTF8\",\"content\":\"Hello\"}}";
        JsonNode set = api.call("setDisplayMessage")
                .with("station", "SIGN")
                .with("id", 1)
                .body(hello)
                .gives(200);
        assertThat(set.path("shown").asBoolean()).as(set.toString()).isTrue();
        api.call("setDisplayMessage")
                .with("station", "SIGN")
                .with("id", 2)
                .body(hello.replace("UTF8", "QRCODE"))
                .gives(200);
        api.call("setDisplayMessage")
                .with("station", "SIGN")
                .with("id", 3)
                .body("{\"priority\":\"Loud\"}")
                .gives(400);
        api.call("setDisplayMessage")
                .with("station", "NOBODY")
                .with("id", 1)
                .body(hello)
                .gives(404);
        assertThat(list("listDisplayMessages", "station", "SIGN")).hasSize(2);
        api.call("getDisplayMessage").with("station", "SIGN").with("id", 2).gives(200);
        api.call("getDisplayMessage").with("station", "SIGN").with("id", "two").gives(404);
        api.call("refreshDisplayMessages").with("station", "SIGN").gives(200);
        Await.until("the station has told what it has", PATIENCE, () -> api.call("getDisplayMessage")
                .with("station", "SIGN")
                .with("id", 1)
                .gives(200)
                .has("reportedAt"));
        JsonNode cleared = api.call("clearDisplayMessage")
                .with("station", "SIGN")
                .with("id", 1)
                .gives(200);
        assertThat(cleared.path("shown").asBoolean(true)).isFalse();
        api.call("clearDisplayMessage").with("station", "NOBODY").with("id", 1).gives(404);
        api.call("refreshDisplayMessages").with("station", "NOBODY").gives(404);
    }

    @Test
    @Order(6)
    void smart_charging() {
        api.call("createStation").body("{\"identity\":\"SMART\"}").gives(201);
        SimStation car = experienced("SMART", OcppVersion.V21);
        car.plugIn(1);
        car.authorize(TAG);
        car.start(1);
        car.awaitDelivered();
        car.send("NotifyEVChargingNeeds");
        String transaction = car.transaction(1).orElseThrow().id();
        new SmartChargingOperations(api, "SMART", transaction).call();
    }

    @Test
    @Order(6)
    void blocks_and_partners() {
        api.call("createStation").body("{\"identity\":\"BLOCKS\"}").gives(201);
        experienced("BLOCKS", OcppVersion.V201);
        new PartnerOperations(api, "BLOCKS").call();
    }

    @Test
    @Order(6)
    void monitors_customers_and_vendors() {
        api.call("createStation").body("{\"identity\":\"MONITORED\"}").gives(201);
        experienced("MONITORED", OcppVersion.V21);
        api.call("createStation").body("{\"identity\":\"ALARM\"}").gives(201);
        try (RawStation alarm = RawStation.booted(server, "ALARM", "ocpp2.0.1")) {
            MonitoredStationTest.notices(alarm, "true");
        }
        new MonitoringOperations(api, "MONITORED").call();
    }

    @Test
    @Order(6)
    void what_a_dashboard_shows_first() {
        api.call("createStation").body("{\"identity\":\"SHOWN\"}").gives(201);
        experienced("SHOWN", OcppVersion.V201);
        new OverviewOperations(api, "SHOWN").call();
        new DoctorOperations(api, server, "SHOWN").call();
    }

    @Test
    @Order(6)
    void what_charging_costs() {
        new PricingOperations(api).call();
        api.call("createStation").body("{\"identity\":\"PRICED\"}").gives(201);
        new TariffOperations(api, "PRICED").call(() -> experienced("PRICED", OcppVersion.V21));
    }

    @Test
    @Order(6)
    void who_pays_for_it() {
        new BillingOperations(api).call();
    }

    @Test
    @Order(6)
    void tariffs_payments_and_the_grid() {
        new EnergyOperations(api, server, simulators).call();
        new PaymentOperations(api).call();
    }

    @Test
    @Order(6)
    void contract_certificates() {
        new ContractOperations(api, server, simulators).call();
    }

    @Test
    @Order(6)
    void reservations_lists_of_tokens_and_certificates() {
        new ReservationOperations(api, TAG)
                .call(connected("RSV-16", OcppVersion.V16), connected("RSV-21", OcppVersion.V21));
        new LocalListOperations(api).call(connected("LST-16", OcppVersion.V16), connected("LST-201", OcppVersion.V201));
        new SecurityOperations(api).call(connected("SEC-16", OcppVersion.V16).identity());
        new CertificateOperations(api)
                .call(
                        connected("CRT-16", OcppVersion.V16).identity(),
                        connected("CRT-21", OcppVersion.V21).identity());
        new AuthorityOperations(api).call(connected("SGN-201", OcppVersion.V201).identity());
    }

    private static SimStation connected(String identity, OcppVersion version) {
        SimStation station = simulators
                .station(new StationOptions(identity)
                        .url(server.stationUrl())
                        .version(version)
                        .callTimeout(PATIENCE))
                .patience(PATIENCE);
        server.api().stations(identity);
        station.connect();
        return station;
    }

    @Test
    @Order(7)
    void the_message_log_and_its_live_tail() throws Exception {
        api.call("listMessages")
                .with("direction", "in")
                .with("action", "Heartbeat")
                .gives(200);
        api.call("listMessages").with("direction", "sideways").gives(400);
        api.call("listMessages").with("station", "NOBODY").gives(404);
        api.call("streamMessages").with("direction", "sideways").gives(400);
        api.call("streamMessages").with("station", "NOBODY").gives(404);
        HttpRequest live = server.api()
                .authorised(
                        HttpRequest.newBuilder(server.api().base().resolve("/api/v1/messages/live?station=DOC-V16")))
                .build();
        var stream = HttpClient.newHttpClient().send(live, BodyHandlers.ofLines());
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        try (RawStation station = RawStation.booted(server, "DOC-V16", "ocpp1.6");
                var lines = stream.body()) {
            station.ask("[2,\"h\",\"Heartbeat\",{}]");
            String first = lines.filter(line -> line.startsWith("data:"))
                    .findFirst()
                    .orElseThrow()
                    .substring("data:".length());
            JsonNode schema = api.document().node().at("/components/schemas/Message");
            assertThat(api.document().faults(schema, Api.JSON.readTree(first))).isEmpty();
        }
        api.seen().get("streamMessages").add(stream.statusCode());
    }

    @Test
    @Order(8)
    void the_server_itself() {
        new EventOperations(api, server, "DOC-V16").call();
        api.call("getStatus").gives(200);
        api.call("getJobs").gives(200);
        assertThat(list("listAbandonedEvents")).as("nobody fails here").isEmpty();
        list("listAbandonedEvents", "listener", "webhooks");
        api.call("getHealth").gives(200);
        api.call("getHealthLive").gives(200);
        api.call("getHealthReady").gives(200);
        api.call("getMetrics").gives(200);
        api.call("getMetrics").accepting("text/plain").gives(200);
        api.call("getApiDocument").with("format", "json").gives(200);
        api.call("getApiDocument").with("format", "yaml").gives(200);
    }

    @Test
    @Order(8)
    void remote_control() {
        api.call("createStation").body("{\"identity\":\"REMOTE\"}").gives(201);
        experienced("REMOTE", OcppVersion.V21);
        new RemoteControlOperations(api, "REMOTE").call();
    }

    @Test
    @Order(8)
    void what_stations_are_set_to() {
        server.api().stations("SET-16", "SET-21");
        experienced("SET-16", OcppVersion.V16);
        experienced("SET-21", OcppVersion.V21);
        new ConfigurationOperations(api, "SET-16", "SET-21").call();
    }

    @Test
    @Order(8)
    void groups_of_stations() {
        new GroupOperations(api).call();
    }

    @Test
    @Order(8)
    void files_firmware_and_logs() {
        new VirtualStationOperations(api).call();
        new FileOperations(api).call();
    }

    @Test
    @Order(8)
    void people_and_programs() {
        new AccessOperations(api).call();
        administrator = new TenantOperations(api).call();
    }

    @Test
    @Order(8)
    void people_of_an_identity_provider() {
        new ProviderOperations(api).call();
    }

    @Test
    @Order(8)
    void whoever_shows_nothing_is_told_what_to_show() {
        for (String operation : List.of("listStations", "getStatus", "getMetrics", "getApiDocument")) {
            api.call(operation).as("").gives(401);
        }
        api.call("getHealth").as("").gives(200);
        assertThat(api.document()
                        .node()
                        .at("/components/securitySchemes/bearer/scheme")
                        .asText())
                .isEqualTo("bearer");
    }

    @Test
    @Order(9)
    void what_an_answer_has_beyond_the_document_or_lacks_of_it_would_be_found() {
        ObjectNode session = (ObjectNode) list("listSessions").getFirst();
        JsonNode schema = api.document().node().at("/components/schemas/Session");
        assertThat(api.document().faults(schema, session)).isEmpty();
        assertThat(api.document().faults(schema, session.deepCopy().put("energyKwh", 1)))
                .hasSize(1);
        assertThat(api.document().faults(schema, session.deepCopy().put("state", "asleep")))
                .hasSize(1);
        assertThat(api.document().faults(schema, session.deepCopy().putNull("startedAt")))
                .hasSize(1);
        assertThat(api.document().faults(schema, session.deepCopy().put("startedAt", "yesterday")))
                .hasSize(1);
        assertThat(api.document().faults(schema, session.deepCopy().put("id", "7")))
                .hasSize(1);
        assertThat(api.document().faults(schema, session.deepCopy().without("verdict")))
                .hasSize(1);
    }

    @Test
    @Order(9)
    void who_changed_what_is_listed_and_checked() {
        assertThat(list("listAuditLogs")).isNotEmpty();
        assertThat(list("listAuditLogs", "entity", "station", "entityId", "NEW 1", "actor", "local"))
                .extracting(line -> line.path("action").asText())
                .containsExactly("deleted", "password-removed", "password-set", "changed", "changed", "created");
        api.call("listAuditLogs")
                .with("action", "created")
                .with("from", "2020-01-31T12:00:00Z")
                .with("to", "2050-01-31T12:00:00+01:00")
                .gives(200);
        api.call("listAuditLogs").with("entityId", "NEW 1").gives(400);
        api.call("listAuditLogs").with("from", "yesterday").gives(400);
        JsonNode chain = api.call("verifyAuditLog").gives(200);
        assertThat(chain.path("ok").asBoolean()).as(chain.toString()).isTrue();
        api.call("verifyAuditLog")
                .with("seq", chain.path("seq").asLong())
                .with("hash", chain.path("hash").asText())
                .gives(200);
        JsonNode another = api.call("verifyAuditLog")
                .with("seq", chain.path("seq").asLong())
                .with("hash", "0".repeat(64))
                .gives(200);
        assertThat(another.path("ok").asBoolean(true)).isFalse();
        assertThat(another.at("/fault/sentence").asText()).contains("noted down");
        api.call("verifyAuditLog").with("seq", 1).gives(400);
    }

    @Test
    @Order(9)
    void every_operation_that_changes_something_is_in_the_audit_log() {
        Set<String> recorded = Stream.of(server.api(), server.api().as(administrator))
                .flatMap(who -> who.all("/api/v1/audit-logs").stream())
                .map(line -> line.path("requestId").asText())
                .collect(Collectors.toSet());
        assertThat(api.changes()).hasSizeGreaterThan(10);
        assertThat(api.changes().keySet().stream()
                        .filter(operation -> !CHANGES_NOTHING.contains(operation))
                        .filter(operation ->
                                api.changes().get(operation).stream().noneMatch(recorded::contains)))
                .as("operations that have succeeded, and left no line with the id of any of their requests")
                .isEmpty();
    }

    @Test
    @Order(10)
    void no_operation_was_left_out_and_no_answer_was_different() {
        List<String> left = new ArrayList<>();
        for (ApiDocument.Operation operation : api.document().operations().values()) {
            Set<Integer> statuses = api.seen().getOrDefault(operation.id(), Set.of());
            if (!SUCCEED_ELSEWHERE.contains(operation.id()) && statuses.stream().noneMatch(status -> status < 400)) {
                left.add(operation.id() + " was not called with success");
            }
            boolean mayFail = operation.path().startsWith("/api/")
                    && (operation.node().has("requestBody")
                            || !operation.node().path("parameters").isEmpty());
            if (mayFail && statuses.stream().noneMatch(status -> status >= 400)) {
                left.add(operation.id() + " was not called with bad input");
            }
        }
        assertThat(left).as("calls that are missing here").isEmpty();
        assertThat(api.faults()).as("answers that are not as the document says").isEmpty();
    }
}
