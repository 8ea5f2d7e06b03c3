package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.acceptance.ActionWalk.Verb;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;

/** Whoever has an action sent wrongly is told what is wrong, by its verb as by the door, and nothing leaves. */
final class ActionWalkBadInputTest {
    private static final int LARGEST = 1 << 20;

    @TempDir
    static Path folder;

    static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder, "--max-upload=1MiB");
        server.api().tokens(WalkedStation.TOKEN);
        server.api().stations("OLD", "NEW");
        RawStation.booted(server, "OLD", "ocpp1.6").close();
        RawStation.booted(server, "NEW", "ocpp2.1").close();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Stream<Verb> verbs() {
        return ActionWalk.verbs().stream();
    }

    private static Stream<Verb> verbsThatMayWait() {
        ApiDocument document = ApiDocument.of(server.api());
        return verbs().filter(verb -> document.parameters(document.operations().get(verb.operation()), "query")
                .containsKey("ttl"));
    }

    private static Stream<Verb> verbsWithABody() {
        return verbs().filter(verb -> verb.body().length() > "{}".length());
    }

    private static Api.Answer send(Verb verb, String station, String more, String body) {
        String path = verb.path() + (more.isEmpty() ? "" : (verb.path().contains("?") ? "&" : "?") + more);
        return WalkedStation.send(
                server.api(),
                verb.method(),
                path,
                body,
                Map.of(
                        "station",
                        station,
                        "later",
                        "2050-01-31T12:00:00Z",
                        "token",
                        WalkedStation.TOKEN,
                        "pem",
                        "none"),
                "999999");
    }

    private static JsonNode problem(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("title").asText()).isNotEmpty();
        assertThat(answer.body().path("detail").asText()).isNotEmpty();
        return answer.body();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void a_station_or_a_session_that_there_is_not_is_not_found(Verb verb) {
        problem(send(verb, "NOBODY", "", verb.body()), 404);
    }

    @ParameterizedTest
    @MethodSource("verbsThatMayWait")
    void a_time_to_wait_that_is_none_is_refused(Verb verb) {
        for (String ttl : new String[] {"-1h", "0s", "31d", "soon"}) {
            boolean old = Catalogue.find(OcppVersion.V21, verb.action()).isEmpty();
            Api.Answer answer = send(verb, old ? "OLD" : "NEW", "ttl=" + ttl, verb.body());
            assertThat(answer.status()).as(ttl + " " + answer.text()).isBetween(400, 499);
            if (asksForNothingElse(verb)) {
                assertThat(problem(answer, 400).path("field").asText()).isEqualTo("ttl");
            }
        }
    }

    /** Whether its sample is right at a station that has told nothing, so that nothing else can be wrong with it. */
    private static boolean asksForNothingElse(Verb verb) {
        return !verb.path().replace("{station}", "").contains("{")
                && !verb.body().contains("{file}")
                && !verb.body().contains("{pem}")
                && !Set.of("setNetworkProfile", "clearDerControl", "clearDisplayMessage")
                        .contains(verb.operation());
    }

    @ParameterizedTest
    @MethodSource("verbsWithABody")
    void a_body_with_something_else_in_it_is_refused_by_name(Verb verb) {
        Api.Answer answer = send(verb, "NEW", "", "{'nonsense':true}");
        assertThat(answer.status()).as(answer.text()).isIn(400, 404, 409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOBODY | {'action':'ClearCache'} | 404 | ''",
                "NEW | {} | 400 | action",
                "NEW | {'action':'BoilWater'} | 400 | action",
                "NEW | {'action':'BootNotification'} | 400 | action",
                "NEW | {'action':'Reset','payload':{'type':'Softly'}} | 400 | type",
                "NEW | {'action':'Reset','payload':{}} | 400 | type",
                "NEW | {'action':'Reset','payload':[]} | 400 | payload",
                "NEW | {'action':'ClearCache','ttl':'-1h'} | 400 | ttl",
                "NEW | {'action':'ClearCache','timeout':'-1s'} | 400 | timeout",
                "NEW | {'action':'ClearCache','wait':'-1s'} | 400 | wait",
            })
    void the_door_says_what_is_wrong(String station, String body, int status, String field) {
        Api.Answer answer = server.api().post("/api/v1/stations/" + station + "/commands", body.replace('\'', '"'));
        assertThat(problem(answer, status).path("field").asText()).endsWith(field);
        assertThat(server.api().all("/api/v1/commands?station=NEW&state=queued"))
                .isEmpty();
    }

    @Test
    void an_action_that_the_version_of_the_station_has_not_never_leaves() {
        JsonNode result = server.api()
                .post("/api/v1/stations/OLD/commands", "{\"action\":\"GetVariables\",\"ttl\":\"1h\"}")
                .ok();
        assertThat(result.path("outcome").asText()).as(result.toString()).isEqualTo("notSupported");
        assertThat(result.path("sent").asBoolean()).isFalse();
        assertThat(result.path("errorText").asText()).contains("1.6", "GetVariables");
    }

    @Test
    void a_file_that_is_too_large_is_refused_with_how_large_it_may_be() {
        JsonNode problem = problem(server.api().postBytes("/api/v1/files?name=large.bin", new byte[LARGEST + 1]), 413);
        assertThat(problem.path("detail").asText()).contains("max-upload");
        assertThat(server.api().all("/api/v1/files")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[3,'%s',{'status':'Perhaps'}] | answered",
                "[3,'%s',{}] | answered",
                "[3,'%s',null] | answered",
                "[3,'%s'] | answered",
                "[4,'%s','Nonsense','No',{}] | refused",
            })
    void an_answer_that_breaks_the_schema_is_kept_as_it_came(String frame, String outcome) {
        String identity = "ODD-" + Integer.toHexString(frame.hashCode());
        server.api().stations(identity);
        try (RawStation station = RawStation.booted(server, identity, "ocpp2.1")) {
            CompletableFuture<Api.Answer> command = CompletableFuture.supplyAsync(() ->
                    server.api().post("/api/v1/stations/" + identity + "/commands", "{\"action\":\"ClearCache\"}"));
            JsonNode call = station.next();
            while (!call.path(2).asText().equals("ClearCache")) {
                call = station.next();
            }
            station.say(frame.replace('\'', '"').formatted(call.path(1).asText()));
            JsonNode result = command.join().ok();
            assertThat(result.path("outcome").asText()).as(result.toString()).isEqualTo(outcome);
            assertThat(result.path("deviations").size()
                            + result.path("errorCode").asText().length())
                    .as(result.toString())
                    .isPositive();
        }
    }
}
