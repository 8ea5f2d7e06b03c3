package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/**
 * The attack list of docs/security.md, as far as it is about another organisation: its ids in paths, queries and bodies, and cursors
 * over its rows. All that there is becomes another organisation's; then every operation of the API's document is asked for it, by
 * somebody who may do everything in theirs. Stations charge meanwhile.
 */
class AttackOnOthersTest {
    private static final String MARK = "THEIRS";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private ServerProcess server;
    private ApiDocument document;
    private final Set<String> wrong = new TreeSet<>();
    private final Set<String> ids = new LinkedHashSet<>();
    /** Those of a kind, by the beginning of its paths. */
    private final Map<String, Set<String>> kinds = new TreeMap<>();

    private final Set<String> cursors = new LinkedHashSet<>();
    private int tried;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void ids_and_cursors_of_another_organisation() throws SQLException {
        server = ServerProcess.start(folder, "--requests-per-user=off", "--requests-per-address=off");
        document = ApiDocument.of(server.api());
        theirs();
        certified();
        harvest();
        assertThat(ids).as("of several kinds").contains(MARK + "-1").hasSizeGreaterThan(8);
        assertThat(kinds)
                .as("of what is about who stations are")
                .containsKeys("authorities", "certificates", "connection-problems");
        assertThat(cursors).hasSizeGreaterThan(3);
        server.stop(); // while it runs nobody else can write
        hand(2);
        server.restart();
        try (HonestStations honest = new HonestStations(server)) {
            Map<String, List<String>> before = rows(2);
            assertThat(before.get("station")).hasSize(4);
            paths();
            queries();
            bodies();
            assertThat(wrong).isEmpty();
            assertThat(rows(2)).isEqualTo(before);
            assertThat(tried).isGreaterThan(500);
            honest.report("ids of another organisation in paths, queries, bodies and cursors", tried, wrong.size());
        }
    }

    /** Something of each kind. */
    private void theirs() {
        Api api = server.api();
        api.tokens(MARK + "-TAG", MARK + "-TAG-2");
        for (int i = 1; i <= 3; i++) {
            String identity = MARK + "-" + i;
            api.stations(identity);
            try (RawStation station = RawStation.booted(server, identity, "ocpp1.6")) {
                long session = station.ask("[2,\"s\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"" + MARK
                                + "-TAG\",\"meterStart\":0,\"timestamp\":\"" + Instant.now() + "\"}]")
                        .at("/2/transactionId")
                        .asLong();
                station.ask("[2,\"e\",\"StopTransaction\",{\"transactionId\":" + session
                        + ",\"meterStop\":10,\"timestamp\":\"" + Instant.now() + "\"}]");
            }
            api.post(
                            "/api/v1/users",
                            "{\"email\":\"theirs" + i + "@example.org\",\"name\":\"" + MARK + "\",\"role\":\"viewer\"}")
                    .ok();
            api.post("/api/v1/roles", "{\"name\":\"theirs-" + i + "\",\"permissions\":[\"station.read\"]}")
                    .ok();
            api.post("/api/v1/api-keys", "{\"name\":\"" + MARK + "\",\"permissions\":[\"station.read\"]}")
                    .ok();
        }
    }

    /** An authority, a certificate that it has signed, and somebody who does not get in. */
    private void certified() {
        Api api = server.api();
        api.post("/api/v1/authorities", "{\"name\":\"" + MARK + "\",\"kind\":\"own\",\"issuing\":true}")
                .ok();
        String identity = MARK + "-4";
        api.stations(identity);
        try (Simulators simulators = new Simulators()) {
            simulators
                    .station(new StationOptions(identity)
                            .url(server.stationUrl())
                            .version(OcppVersion.V201))
                    .connect();
            api.post("/api/v1/stations/" + identity + "/trigger", "{\"message\":\"SignChargingStationCertificate\"}")
                    .ok();
            Await.until("the certificate is issued", () -> !api.all("/api/v1/certificates")
                    .isEmpty());
        }
        assertThatThrownBy(() -> RawStation.connect(server, MARK + "-NOBODY", "ocpp1.6"))
                .isNotNull();
        Await.until("the problem is listed", () -> !api.all("/api/v1/connection-problems")
                .isEmpty());
    }

    /** What lists tell: ids, and where they go on. */
    private void harvest() {
        for (ApiDocument.Operation operation : document.operations().values()) {
            boolean list = operation.method().equals("get")
                    && document.parameters(operation, "query").containsKey("limit")
                    && document.parameters(operation, "path").isEmpty();
            if (list) {
                JsonNode page = server.api().get(operation.path() + "?limit=1").body();
                if (page.path("next").isTextual()) {
                    cursors.add(page.path("next").asText());
                }
                JsonNode all = server.api().get(operation.path() + "?limit=100").body();
                for (JsonNode item : all.path("items")) {
                    for (String name : List.of("id", "identity", "name", "value", "email")) {
                        if (item.path(name).isValueNode() && !item.path(name).isNull()) {
                            ids.add(item.path(name).asText());
                            kinds.computeIfAbsent(kind(operation), kind -> new TreeSet<>())
                                    .add(item.path(name).asText());
                        }
                    }
                }
            }
        }
    }

    /** The first word of a path of the API, after the version. */
    private static String kind(ApiDocument.Operation operation) {
        String[] words = operation.path().split("/");
        return words.length > 3 ? words[3] : "";
    }

    /** All rows become another organisation's. */
    private void hand(int tenant) throws SQLException {
        try (Connection connection = Store.sqlite(folder).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into tenant (id, slug, name, created_at) values (" + tenant
                    + ", 'theirs', 'Theirs', '2026-01-01 00:00:00.000+00:00')");
            statement.execute("update tenant_number set last_id = " + tenant);
            statement.execute("update outbox set events_json = replace(events_json, '\"tenant\":1', '\"tenant\":"
                    + tenant + "')");
            for (String table : tables()) {
                statement.execute("update " + table + " set tenant_id = " + tenant + " where tenant_id = 1");
            }
        }
    }

    private List<String> tables() {
        return Store.sqlite(folder)
                .rows(
                        "select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'tenant_id'"
                                + " where m.type = 'table' order by m.name",
                        row -> row.getString(1));
    }

    private Map<String, List<String>> rows(int tenant) {
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : tables()) {
            all.put(table, Store.sqlite(folder).rows("select * from " + table + " where tenant_id = " + tenant, row -> {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(row.getString(i)).append('|');
                }
                return text.toString();
            }));
        }
        return all;
    }

    private void paths() {
        SampleBodies bodies = new SampleBodies(document);
        for (ApiDocument.Operation operation : document.operations().values()) {
            for (String name : document.parameters(operation, "path").keySet()) {
                for (String id : kinds.getOrDefault(kind(operation), ids)) {
                    String path = operation
                            .path()
                            .replace("{" + name + "}", encoded(id))
                            .replaceAll("\\{[^}]+}", "1");
                    JsonNode schema = bodies.schema(operation);
                    HttpResponse<String> answer = send(
                            operation,
                            path,
                            schema.isMissingNode()
                                    ? null
                                    : bodies.of(schema, false).toString());
                    boolean asOfNobody =
                            answer.statusCode() >= 400 && answer.statusCode() < 500 || isOfEverybody(operation, id);
                    if (!asOfNobody) {
                        wrong.add(operation.id() + " " + path + ": " + answer.statusCode() + " " + answer.body());
                    }
                }
            }
        }
    }

    /** What is the same for all: the catalogue, and built-in roles. */
    private static boolean isOfEverybody(ApiDocument.Operation operation, String id) {
        return operation.path().startsWith("/api/v1/catalogue")
                || operation.path().startsWith("/api/v1/roles/")
                        && Set.of("owner", "operator", "support", "viewer").contains(id);
    }

    private void queries() {
        for (ApiDocument.Operation operation : document.operations().values()) {
            if (operation.method().equals("get")
                    && document.parameters(operation, "path").isEmpty()) {
                for (String name : document.parameters(operation, "query").keySet()) {
                    for (String value : name.equals("cursor") ? cursors : ids) {
                        silent(operation, operation.path() + "?" + name + "=" + encoded(value), value);
                    }
                }
                silent(operation, operation.path(), "");
            }
        }
    }

    /** What comes tells nothing of theirs; what was asked for may stand in it. */
    private void silent(ApiDocument.Operation operation, String path, String asked) {
        if (operation.streams() || operation.path().equals("/metrics")) {
            return; // what never ends, and what has no ids
        }
        HttpResponse<String> answer = send(operation, path, null);
        String told = asked.isEmpty() ? answer.body() : answer.body().replace(asked, "");
        if (answer.statusCode() >= 500 || answer.statusCode() < 300 && told.contains(MARK)) {
            wrong.add(operation.id() + " " + path + ": " + answer.statusCode() + " " + told);
        }
    }

    private void bodies() {
        SampleBodies bodies = new SampleBodies(document);
        for (ApiDocument.Operation operation : document.operations().values()) {
            JsonNode schema = bodies.schema(operation);
            if (schema.isMissingNode() || !(bodies.of(schema, true) instanceof ObjectNode all)) {
                continue;
            }
            for (JsonPointer at : SampleBodies.texts(all)) {
                for (String id : ids) {
                    String path = operation.path().replaceAll("\\{[^}]+}", "1");
                    JsonNode body = SampleBodies.replaced(bodies.with(schema, at.getMatchingProperty()), at, id);
                    HttpResponse<String> answer = send(operation, path, body.toString());
                    if (answer.statusCode() >= 500) {
                        wrong.add(operation.id() + " " + body + ": " + answer.statusCode() + " " + answer.body());
                    }
                }
            }
        }
    }

    private HttpResponse<String> send(ApiDocument.Operation operation, String path, String body) {
        tried++;
        HttpRequest.Builder request = server.api()
                .authorised(HttpRequest.newBuilder(URI.create(server.api().base() + path)))
                .method(
                        operation.method().toUpperCase(Locale.ROOT),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(operation.id() + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
