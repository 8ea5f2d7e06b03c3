package org.ohmstead.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stations with passwords: who is let in, what becomes of it when a password changes, and tenants that never meet. */
final class PasswordsTest {
    private static final String V16 = "ocpp1.6";
    private static final String V201 = "ocpp2.0.1";
    private static final int IN = 101;
    private static final String KEY_16 = "AuthorizationKey";
    private static final String KEY_2 = "BasicAuthPassword";
    private static final String WANTED = "ffeeddccbbaa99887766554433221100ffeeddcc";

    @TempDir
    static Path folder;

    @TempDir
    static Path strictFolder;

    static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void where_passwords_are_optional_a_station_that_has_one_must_send_it_and_another_need_not() {
        station(server, "OPEN-1", null);
        station(server, "KEY-1", "a password of KEY-1");

        assertThat(dial(server, "OPEN-1", null)).isEqualTo(IN);
        assertThat(dial(server, "OPEN-1", basic("OPEN-1", "whatever it sends"))).isEqualTo(IN);
        assertThat(dial(server, "KEY-1", null)).isEqualTo(401);
        assertThat(dial(server, "KEY-1", basic("KEY-1", "a password of KEY-2"))).isEqualTo(401);
        assertThat(dial(server, "KEY-1", basic("OPEN-1", "a password of KEY-1")))
                .isEqualTo(401);
        assertThat(dial(server, "KEY-1", "Bearer a password of KEY-1")).isEqualTo(401);
        assertThat(dial(server, "KEY-1", basic("KEY-1", "a password of KEY-1"))).isEqualTo(IN);
        assertThat(dial(server, "key-1", basic("key-1", "a password of KEY-1"))).isEqualTo(IN);
        for (String reason : new String[] {"no_credentials", "wrong_password", "wrong_user_name"}) {
            Await.until("the attempt is listed with " + reason, () -> attempts(server, "KEY-1", reason));
        }
        assertThat(server.log()).doesNotContain("a password of KEY");
    }

    @Test
    void where_passwords_are_required_nobody_is_let_in_without_one() {
        try (ServerProcess strict =
                ServerProcess.start(strictFolder, "--station-auth=required", "--unknown-stations=accept")) {
            station(strict, "OPEN-1", null);
            station(strict, "KEY-1", "a password of KEY-1");

            assertThat(dial(strict, "OPEN-1", null)).isEqualTo(401);
            assertThat(dial(strict, "OPEN-1", basic("OPEN-1", "whatever it sends")))
                    .isEqualTo(401);
            assertThat(dial(strict, "NEW-1", basic("NEW-1", "whatever it sends")))
                    .isEqualTo(404);
            assertThat(dial(strict, "KEY-1", basic("KEY-1", "a password of KEY-1")))
                    .isEqualTo(IN);
            strict.api()
                    .put("/api/v1/stations/OPEN-1/password", "{\"password\":\"a password of OPEN-1\"}")
                    .ok();
            assertThat(dial(strict, "OPEN-1", basic("OPEN-1", "a password of OPEN-1")))
                    .isEqualTo(IN);
        }
    }

    @Test
    void a_new_password_counts_from_the_next_connection_on_and_the_old_one_no_more() {
        station(server, "ROTATE-1", "the first password");
        RawStation connected = RawStation.connect(server, "ROTATE-1", V16, basic("ROTATE-1", "the first password"));
        try (connected) {
            server.api()
                    .put("/api/v1/stations/ROTATE-1/password", "{\"password\":\"the second password\"}")
                    .ok();
            assertThat(connected.ask("[2,\"h\",\"Heartbeat\",{}]").path(1).asText())
                    .isEqualTo("h");
        }
        assertThat(dial(server, "ROTATE-1", basic("ROTATE-1", "the first password")))
                .isEqualTo(401);
        assertThat(dial(server, "ROTATE-1", basic("ROTATE-1", "the second password")))
                .isEqualTo(IN);
        server.api().delete("/api/v1/stations/ROTATE-1/password").ok();
        assertThat(dial(server, "ROTATE-1", null)).isEqualTo(IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {V16, V201})
    void of_a_password_that_is_rotated_over_ocpp_only_the_new_one_counts_once_the_station_has_taken_it(String version) {
        String id = "TAKES-" + version;
        String old = basic(id, "the first password");
        station(server, id, "the first password");
        String sent;
        try (RawStation station = booted(id, version, old)) {
            CompletableFuture<Api.Answer> rotation = rotate(id, "{}");
            sent = told(station, version, "Accepted");
            JsonNode done = rotation.join().ok();
            assertThat(done.path("outcome").asText()).isEqualTo("answered");
            assertThat(done.path("passwordInForce").asText()).isEqualTo("new");
            assertThat(done.path("password").asText()).isEqualTo(sent);
            assertThat(station.ask("[2,\"h\",\"Heartbeat\",{}]").path(1).asText())
                    .isEqualTo("h");
        }
        assertThat(dial(server, id, version, old)).isEqualTo(401);
        assertThat(dial(server, id, version, basic(id, sent))).isEqualTo(IN);
        assertThat(dial(server, id, version, old)).isEqualTo(401);
        assertThat(server.log()).doesNotContain(sent);
        Await.until("the command is in the message log", () -> server.api()
                .all("/api/v1/messages?direction=out&station=" + id)
                .stream()
                .anyMatch(message -> message.toString().contains(version.equals(V16) ? KEY_16 : KEY_2)));
        assertThat(server.api().all("/api/v1/messages?station=" + id))
                .noneMatch(message -> message.toString().contains(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {V16, V201})
    void of_one_that_the_station_rejects_only_the_old_one_counts(String version) {
        String id = "REJECTS-" + version;
        String old = basic(id, "the first password");
        station(server, id, "the first password");
        String sent;
        try (RawStation station = booted(id, version, old)) {
            CompletableFuture<Api.Answer> rotation = rotate(id, "{\"password\":\"" + WANTED + "\"}");
            sent = told(station, version, "Rejected");
            JsonNode done = rotation.join().ok();
            assertThat(done.path("passwordInForce").asText()).isEqualTo("old");
            assertThat(done.has("password")).isFalse();
        }
        assertThat(sent).isEqualTo(WANTED);
        assertThat(dial(server, id, version, basic(id, sent))).isEqualTo(401);
        assertThat(dial(server, id, version, old)).isEqualTo(IN);
    }

    @ParameterizedTest
    @CsvSource({V16 + ",true", V16 + ",false", V201 + ",true", V201 + ",false"})
    void without_an_answer_both_count_until_the_station_signs_in_with_one_of_them(String version, boolean took) {
        String id = "SILENT-" + version + "-" + took;
        String old = basic(id, "the first password");
        station(server, id, "the first password");
        CompletableFuture<Api.Answer> rotation;
        String sent;
        try (RawStation station = booted(id, version, old)) {
            rotation = rotate(id, "{}");
            sent = password(station.next(), version);
        }
        JsonNode done = rotation.join().ok();
        assertThat(done.path("outcome").asText()).isEqualTo("connectionLost");
        assertThat(done.path("sent").asBoolean()).isTrue();
        assertThat(done.path("passwordInForce").asText()).isEqualTo("both");
        assertThat(done.path("password").asText()).isEqualTo(sent);

        String has = took ? basic(id, sent) : old;
        String hasNot = took ? old : basic(id, sent);
        assertThat(dial(server, id, version, basic(id, "neither of the two"))).isEqualTo(401);
        assertThat(dial(server, id, version, has)).isEqualTo(IN);
        assertThat(dial(server, id, version, hasNot)).isEqualTo(401);
        assertThat(dial(server, id, version, has)).isEqualTo(IN);
    }

    private static RawStation booted(String identity, String version, String authorization) {
        RawStation station = RawStation.connect(server, identity, version, authorization);
        station.boot(version);
        return station;
    }

    private static CompletableFuture<Api.Answer> rotate(String identity, String body) {
        return CompletableFuture.supplyAsync(
                () -> server.api().post("/api/v1/stations/" + identity + "/password/rotate", body));
    }

    /** The station gets its new password and says what it makes of it. */
    private static String told(RawStation station, String version, String status) {
        JsonNode command = station.next();
        station.say("[3," + command.path(1) + ","
                + (version.equals(V16)
                        ? "{\"status\":\"" + status + "\"}"
                        : "{\"setVariableResult\":[{\"attributeStatus\":\"" + status
                                + "\",\"component\":{\"name\":\"SecurityCtrlr\"},\"variable\":{\"name\":\"" + KEY_2
                                + "\"}}]}")
                + "]");
        return password(command, version);
    }

    private static String password(JsonNode command, String version) {
        if (version.equals(V16)) {
            assertThat(command.path(2).asText()).isEqualTo("ChangeConfiguration");
            assertThat(command.at("/3/key").asText()).isEqualTo(KEY_16);
            return command.at("/3/value").asText();
        }
        assertThat(command.path(2).asText()).isEqualTo("SetVariables");
        assertThat(command.at("/3/setVariableData/0/component/name").asText()).isEqualTo("SecurityCtrlr");
        assertThat(command.at("/3/setVariableData/0/variable/name").asText()).isEqualTo(KEY_2);
        return command.at("/3/setVariableData/0/attributeValue").asText();
    }

    @Test
    void a_key_of_40_hex_digits_is_also_taken_as_the_20_bytes_that_it_stands_for() {
        String key = "000102030405060708090a0b0c0d0e0ff0f1f2f3";
        station(server, "HEX-1", key);
        byte[] bytes = java.util.HexFormat.of().parseHex(key);
        byte[] user = "HEX-1:".getBytes(UTF_8);
        byte[] both = java.util.Arrays.copyOf(user, user.length + bytes.length);
        System.arraycopy(bytes, 0, both, user.length, bytes.length);

        assertThat(dial(server, "HEX-1", basic("HEX-1", key))).isEqualTo(IN);
        assertThat(dial(server, "HEX-1", "Basic " + Base64.getEncoder().encodeToString(both)))
                .isEqualTo(IN);
    }

    @Test
    void two_tenants_with_a_station_of_one_identity_never_meet(@TempDir Path other) throws SQLException {
        try (ServerProcess twins = ServerProcess.start(other)) {
            twoTenants(twins, other);
        }
    }

    private static void twoTenants(ServerProcess twins, Path other) throws SQLException {
        station(twins, "TWIN", "password of ours");
        station(twins, "DONOR", "password of theirs");
        twins.api().tokens("OURS");
        twins.stop(); // while it runs nobody else can write
        second(other, "TWIN", "DONOR");
        twins.restart();
        String ourKey = basic("TWIN", "password of ours");
        String theirKey = basic("TWIN", "password of theirs");

        assertThat(dial(twins, "TWIN", theirKey)).isEqualTo(401);
        assertThat(dial(twins, "acme/TWIN", ourKey)).isEqualTo(401);
        assertThat(dial(twins, "nobody/TWIN", ourKey)).isEqualTo(404);
        try (RawStation one = RawStation.connect(twins, "TWIN", V16, ourKey);
                RawStation theirs = RawStation.connect(twins, "acme/TWIN", V16, theirKey)) {
            boot(one, "Ours");
            boot(theirs, "Theirs");
            assertThat(start(one).at("/2/idTagInfo/status").asText()).isEqualTo("Accepted");
            assertThat(start(theirs).at("/2/idTagInfo/status").asText()).isEqualTo("Invalid");
            assertThat(one.ask("[2,\"h\",\"Heartbeat\",{}]").path(1).asText())
                    .isEqualTo("h"); // not replaced by its twin

            assertThat(twins.api()
                            .get("/api/v1/stations/TWIN")
                            .ok()
                            .at("/vendor")
                            .asText())
                    .isEqualTo("Ours");
            assertThat(twins.api().all("/api/v1/sessions?station=TWIN")).hasSize(1);
            assertThat(twins.api().all("/api/v1/stations?q=TWIN")).hasSize(1);
            assertThat(twins.api().all("/api/v1/stations/TWIN/connections")).hasSize(1);
            assertThat(twins.api().all("/api/v1/messages?station=TWIN"))
                    .noneMatch(message -> message.toString().contains("Theirs"));
            var reset = java.util.concurrent.CompletableFuture.supplyAsync(
                    () -> twins.api().post("/api/v1/stations/TWIN/commands", "{\"action\":\"ClearCache\"}"));
            one.say("[3,\"" + one.next().path(1).asText() + "\",{\"status\":\"Accepted\"}]");
            assertThat(reset.join().ok().path("outcome").asText()).isEqualTo("answered");
            assertThat(theirs.heardNothing()).isTrue();
        }
        Await.until("the wrong tenant is listed", () -> attempts(twins, "TWIN", "unknown_tenant"));
    }

    private static void boot(RawStation station, String vendor) {
        assertThat(station.ask("[2,\"b\",\"BootNotification\",{\"chargePointVendor\":\"" + vendor
                                + "\",\"chargePointModel\":\"M\"}]")
                        .at("/2/status")
                        .asText())
                .isEqualTo("Accepted");
    }

    private static JsonNode start(RawStation station) {
        return station.ask("[2,\"s\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"OURS\",\"meterStart\":0,"
                + "\"timestamp\":\"" + java.time.Instant.now() + "\"}]");
    }

    /** There is no way to make a tenant yet but in the database. */
    private static void second(Path where, String identity, String passwordOf) throws SQLException {
        try (Connection connection = Store.sqlite(where).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into tenant (id, slug, name, created_at)"
                    + " values (2, 'acme', 'Acme', '2026-01-01 00:00:00.000+00:00')");
            statement.execute(
                    "insert into station (tenant_id, identity, identity_key, admission, registration, is_strict,"
                            + " password_hash, created_at, updated_at) select 2, '" + identity + "', lower('" + identity
                            + "'), admission, registration, is_strict, password_hash, created_at, updated_at from station"
                            + " where identity = '" + passwordOf + "'");
        }
    }

    private static void station(ServerProcess at, String identity, String password) {
        at.api().stations(identity);
        if (password != null) {
            at.api()
                    .put("/api/v1/stations/" + identity + "/password", "{\"password\":\"" + password + "\"}")
                    .ok();
        }
    }

    private static boolean attempts(ServerProcess at, String identity, String reason) {
        return at.api().all("/api/v1/connection-attempts").stream()
                .anyMatch(attempt -> attempt.path("identity").asText().equals(identity)
                        && attempt.path("reason").asText().equals(reason));
    }

    /** @return the status that the handshake is answered with */
    private static int dial(ServerProcess at, String path, String authorization) {
        return dial(at, path, V16, authorization);
    }

    private static int dial(ServerProcess at, String path, String version, String authorization) {
        try {
            RawStation.connect(at, path, version, authorization).close();
            return IN;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
