package org.ohmstead.iso15118.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.iso15118.ContractWorld;
import org.ohmstead.iso15118.Iso15118Settings;
import org.ohmstead.iso15118.fetch.NotAnswered;
import org.ohmstead.iso15118.ocpp2.Get15118EVCertificate2;
import org.ohmstead.iso15118.roots.Certificates;
import org.ohmstead.notices.NoticesFixture;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.v2.Get15118EVCertificate.CertificateAction;
import org.ohmstead.ocpp.v2.Get15118EVCertificate.Iso15118EVCertificateStatus;
import org.ohmstead.ocpp.v2.Get15118EVCertificate.Request;
import org.ohmstead.ocpp.v2.Get15118EVCertificate.Response;

/** M01 and M02, with the laboratory and with a server that speaks as Hubject's pool does. */
class ContractPoolsTest {
    private static final String SCHEMA = "urn:iso:15118:2:2013:MsgDef";

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private HttpServer hubject;
    private int status = 200;
    private String contracts = "";
    private String token = "token-1";

    @BeforeEach
    void open() throws IOException {
        hubject = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hubject.createContext("/oauth/token", this::token);
        hubject.createContext("/v1/ccp/signedContractData", this::contracts);
        hubject.start();
    }

    @AfterEach
    void close() {
        hubject.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean isRight =
                form.equals("grant_type=client_credentials&client_id=me&client_secret=s3cret%26&audience=pool");
        tokens.incrementAndGet();
        answer(exchange, isRight ? 200 : 403, "{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
    }

    private void contracts(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body);
        boolean isRight =
                ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, isRight ? status : 401, contracts);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void pool(String... emaidsAndExi) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < emaidsAndExi.length; i += 2) {
            all.append(i == 0 ? "" : ",")
                    .append("{\"messageDef\":{\"emaid\":\"" + emaidsAndExi[i] + "\",\"certificateInstallationRes\":\""
                            + emaidsAndExi[i + 1] + "\"}}");
        }
        contracts = "{\"CCPResponse\":{\"emaidContent\":[" + all + "]},\"xsdMsgDefNamespace\":\"" + SCHEMA + "\"}";
    }

    private ContractWorld world(Iso15118Settings.Pool pool) {
        return new ContractWorld(
                TestDatabases.sqlite(),
                ContractWorld.settings(
                        pool, "http://127.0.0.1:" + hubject.getAddress().getPort(), folder.resolve("lab")));
    }

    private static Response ask(ContractWorld world, OcppVersion version, Request call) {
        Response answer =
                new Get15118EVCertificate2(world.certificates, world.requests).handle(world.site.caller(version), call);
        assertThat(RecordCodec.of(Response.class, version).check(answer)).isEmpty();
        assertThat(world.asked.list(null, null, null, null, null, null, null).items())
                .first()
                .satisfies(kept ->
                        assertThat(kept.outcome()).isEqualTo(answer.status().name()))
                .satisfies(kept -> assertThat(kept.answerSize())
                        .isEqualTo(answer.exiResponse().length()));
        return answer;
    }

    private static Request install(String exi) {
        return new Request(SCHEMA, CertificateAction.Install, exi);
    }

    @Test
    void without_a_pool_the_vehicle_gets_an_empty_answer() {
        try (ContractWorld world = world(Iso15118Settings.Pool.NONE)) {
            Response answer = ask(world, OcppVersion.V201, install("gJgC"));
            assertThat(answer.status()).isEqualTo(Iso15118EVCertificateStatus.Failed);
            assertThat(answer.exiResponse()).isEmpty();
            assertThat(answer.statusInfo().additionalInfo()).contains("contract-pool");
        }
    }

    @Test
    void what_the_vehicle_sends_reaches_hubject_unchanged_and_its_answer_the_vehicle() {
        pool("DEABCC12345678", "gJhB", "DEABCC12345679", "gJhC");
        try (ContractWorld world = world(Iso15118Settings.Pool.HUBJECT)) {
            Response answer = ask(world, OcppVersion.V201, install("gJgCAAA+/w=="));
            assertThat(answer.status()).isEqualTo(Iso15118EVCertificateStatus.Accepted);
            assertThat(answer.exiResponse()).isEqualTo("gJhB");
            assertThat(answer.remainingContracts()).isNull();
            JsonNode sent = NoticesFixture.json(asked.getFirst());
            assertThat(sent.path("certificateInstallationReq").asText()).isEqualTo("gJgCAAA+/w==");
            assertThat(sent.path("xsdMsgDefNamespace").asText()).isEqualTo(SCHEMA);
            ask(world, OcppVersion.V201, install("other"));
            assertThat(tokens).hasValue(1);
        }
    }

    @Test
    void a_vehicle_that_takes_several_contracts_fetches_them_one_by_one_the_wanted_first() {
        pool("A", "exi-a", "B", "exi-b", "C", "exi-c", "D", "exi-d");
        Request call = new Request(SCHEMA, CertificateAction.Install, "gJgC", 3, List.of("C", "B"), null);
        try (ContractWorld world = world(Iso15118Settings.Pool.HUBJECT)) {
            List<Response> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                answers.add(ask(world, OcppVersion.V21, call));
            }
            assertThat(answers).extracting(Response::exiResponse).containsExactly("exi-c", "exi-b", "exi-a");
            assertThat(answers).extracting(Response::remainingContracts).containsExactly(2, 1, 0);
            assertThat(asked).hasSize(1);
            assertThat(ask(world, OcppVersion.V21, call).remainingContracts()).isEqualTo(2);
            world.site.pass(Duration.ofMinutes(6));
            assertThat(ask(world, OcppVersion.V21, call).exiResponse()).isEqualTo("exi-c");
            assertThat(asked).hasSize(3);
        }
    }

    @Test
    void a_token_that_was_taken_back_is_asked_for_again() {
        pool("A", "exi-a");
        try (ContractWorld world = world(Iso15118Settings.Pool.HUBJECT)) {
            ask(world, OcppVersion.V201, install("one"));
            token = "token-2";
            assertThat(ask(world, OcppVersion.V201, install("two")).exiResponse())
                    .isEqualTo("exi-a");
            assertThat(tokens).hasValue(2);
        }
    }

    @Test
    void where_the_pool_has_nothing_or_fails_so_does_the_answer() {
        try (ContractWorld world = world(Iso15118Settings.Pool.HUBJECT)) {
            pool();
            assertFails(world, "no contract");
            contracts = "<html>";
            assertFails(world, "no JSON");
            status = 404;
            contracts = "{\"message\":\"unknown PCID\"}";
            assertFails(world, "404: {\"message\":\"unknown PCID\"}");
            status = 200;
            pool("A", "x".repeat(5601));
            assertFails(world, "5601 characters");
            assertThat(ask(world, OcppVersion.V21, install("gJgC")).status())
                    .isEqualTo(Iso15118EVCertificateStatus.Accepted);
            var update = ask(world, OcppVersion.V201, new Request(SCHEMA, CertificateAction.Update, "gJgC"));
            assertThat(update.status()).isEqualTo(Iso15118EVCertificateStatus.Failed);
            hubject.stop(0);
            assertFails(world, "cannot be asked");
        }
    }

    private static void assertFails(ContractWorld world, String why) {
        Response answer = ask(world, OcppVersion.V201, install("gJgC"));
        assertThat(answer.status()).isEqualTo(Iso15118EVCertificateStatus.Failed);
        assertThat(answer.exiResponse()).isEmpty();
        assertThat(answer.statusInfo().additionalInfo()).contains(why);
    }

    @Test
    void the_pool_is_tried_without_asking_for_a_contract() throws NotAnswered {
        try (ContractWorld world = world(Iso15118Settings.Pool.HUBJECT)) {
            assertThat(world.certificates.test()).contains("A token was given");
            assertThat(asked).isEmpty();
            hubject.stop(0);
            assertThatThrownBy(world.certificates::test).isInstanceOf(NotAnswered.class);
        }
    }

    @Test
    void the_laboratory_issues_contracts_that_its_root_vouches_for_also_after_a_restart() throws Exception {
        String root = "";
        for (int start = 0; start < 2; start++) {
            try (ContractWorld world = world(Iso15118Settings.Pool.LAB)) {
                Response answer = ask(world, OcppVersion.V201, install("gJgC"));
                JsonNode json = NoticesFixture.json(
                        new String(Base64.getDecoder().decode(answer.exiResponse()), StandardCharsets.UTF_8));
                var chain = Certificates.read(json.path("contractChain").asText());
                String now = Files.readString(folder.resolve("lab/mo-root.pem"), StandardCharsets.US_ASCII);
                chain.get(0).verify(chain.get(1).getPublicKey());
                chain.get(1).verify(Certificates.read(now).getFirst().getPublicKey());
                assertThat(root).isIn("", now);
                root = now;
                assertThat(chain.getFirst().getSubjectX500Principal().getName())
                        .contains("CN=" + json.path("emaid").asText());
            }
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("lab/mo-root.key")))
                .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
}
