package org.ohmstead.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.limits.SqlLimitStore;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.ocpp.v16.Reset;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestStations world = new TestStations();
    private final StationRef cp7 = world.station("CP-7");
    private final StationLimits limits =
            new StationLimits(new SqlLimitStore(world.database, world.commits), world.clock);
    private final Commands commands = new Commands(
            world.stations,
            world.links,
            world.gate,
            new Sending(world.passwordChanges, limits),
            TestCommands.records(world),
            world.clock);

    @AfterEach
    void close() {
        world.close();
    }

    private ScriptedLink connected(OcppVersion version, Function<OcppCall<?>, Outcome<?>> says) {
        ScriptedLink link = new ScriptedLink(cp7, version, says);
        world.links.put(link);
        return link;
    }

    private ScriptedLink accepting16() {
        return connected(
                OcppVersion.V16,
                call -> new Outcome.Answered<>(
                        new Reset.Response(Reset.Status.Accepted), Duration.ofMillis(12), List.of()));
    }

    private CommandResult send(String action, String payload) {
        return commands.send(Actor.LOCAL, command(action, payload));
    }

    private Refused problem(String action, String payload) {
        return catchThrowableOfType(Refused.class, () -> commands.send(Actor.LOCAL, command(action, payload)));
    }

    private static Command command(String action, String payload) {
        try {
            JsonNode tree = payload == null ? null : JSON.readTree(payload);
            return new Command("cp-7", action, tree, Duration.ofSeconds(1));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_answer_comes_back_as_the_station_gave_it() {
        ScriptedLink link = accepting16();
        CommandResult result = send("Reset", "{\"type\":\"Soft\"}");
        assertThat(result.how()).isEqualTo(How.ANSWERED);
        assertThat(result.response().toString()).isEqualTo("{\"status\":\"Accepted\"}");
        assertThat(result.tookMillis()).isEqualTo(12);
        assertThat(link.sent).containsExactly(new Reset.Request(Reset.Type.Soft));
    }

    @Test
    void a_payload_that_breaks_the_schema_never_leaves_and_names_the_field() {
        ScriptedLink link = accepting16();
        Refused problem = problem("Reset", "{\"type\":\"Gentle\"}");
        assertThat(problem.kind()).isEqualTo(Refused.Kind.INVALID);
        assertThat(problem.field()).isEqualTo("payload.type");
        assertThat(problem.detail()).contains("Gentle", "Soft", "/api/v1/catalogue/1.6/Reset");
        assertThat(problem("Reset", null).field()).isEqualTo("payload.type");
        assertThat(problem("Reset", "{\"type\":\"Soft\",\"more\":1}").field()).isEqualTo("payload.more");
        assertThat(problem("Reset", "[]").kind()).isEqualTo(Refused.Kind.INVALID);
        assertThat(link.sent).isEmpty();
    }

    @Test
    void a_name_that_no_version_sends_to_stations_is_refused_with_a_hint() {
        accepting16();
        assertThat(problem("reset", "{}").detail()).contains("Did you mean Reset?");
        assertThat(problem("Heartbeat", "{}").detail()).contains("goes from the station to us only");
        assertThat(problem("Explode", "{}").field()).isEqualTo("action");
    }

    @Test
    void an_action_of_another_version_is_not_supported() {
        ScriptedLink link = accepting16();
        CommandResult result = send("GetVariables", "{}");
        assertThat(result.how()).isEqualTo(How.NOT_SUPPORTED);
        assertThat(result.text()).contains("OCPP 1.6", "GetVariables");
        assertThat(link.sent).isEmpty();
    }

    @Test
    void an_unknown_station_is_404_and_one_of_another_tenant_too() {
        accepting16();
        var unknown = catchThrowableOfType(
                Refused.class,
                () -> commands.send(Actor.LOCAL, new Command("CP-8", "Reset", null, Duration.ofSeconds(1))));
        assertThat(unknown.kind()).isEqualTo(Refused.Kind.NOT_FOUND);
        var foreign = catchThrowableOfType(
                Refused.class,
                () -> commands.send(
                        new Actor(Scope.tenant(2), Actor.Kind.LOCAL, "", Actor.Origin.WITHIN),
                        new Command("CP-7", "Reset", null, Duration.ofSeconds(1))));
        assertThat(foreign.kind()).isEqualTo(Refused.Kind.NOT_FOUND);
    }

    @Test
    void a_station_that_is_away_is_not_connected() {
        assertThat(send("Reset", "{\"type\":\"Soft\"}").how()).isEqualTo(How.NOT_CONNECTED);
        connected(OcppVersion.V16, call -> new Outcome.NotConnected<>("the connection went away"));
        CommandResult unsent = send("Reset", "{\"type\":\"Soft\"}");
        assertThat(unsent.how()).isEqualTo(How.NOT_CONNECTED);
        assertThat(unsent.text()).isEqualTo("The command was not sent: the connection went away");
        assertThat(unsent.sent()).isFalse();
    }

    @Test
    void a_line_that_is_lost_behind_the_command_tells_that_it_went_out() {
        connected(OcppVersion.V16, call -> new Outcome.ConnectionLost<>("1006"));
        CommandResult lost = send("Reset", "{\"type\":\"Soft\"}");
        assertThat(lost.how()).isEqualTo(How.CONNECTION_LOST);
        assertThat(lost.sent()).isTrue();
        assertThat(lost.text()).contains("was sent", "1006", "not known");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                        | {}",
                "{\"status\":\"Okay\"}       | {\"status\":\"Okay\"}",
                "{ \"status\" : 7 }        | {\"status\":7}",
                "\"Accepted\"              | \"Accepted\"",
                "[]                        | []",
                "[3,\"1\",{\"status\" 7}]  | none",
            })
    void an_answer_that_breaks_the_schema_is_shown_as_it_came_and_is_no_refusal(String raw, String shown) {
        Deviation wrong = new Deviation("status", Rule.REQUIRED, "nothing", "one of [Accepted, Rejected]");
        connected(OcppVersion.V16, call -> new Outcome.Unreadable<>(List.of(wrong), raw, Duration.ofMillis(12)));
        CommandResult result = send("Reset", "{\"type\":\"Soft\"}");
        assertThat(result.how()).isEqualTo(How.ANSWERED);
        assertThat(result.raw()).isEqualTo(raw);
        assertThat(result.response() == null ? "none" : result.response().toString())
                .isEqualTo(shown);
        assertThat(result.errorCode()).isNull();
        assertThat(result.deviations()).containsExactly(wrong.toString());
        assertThat(result.tookMillis()).isEqualTo(12);
    }

    @Test
    void an_empty_answer_is_one_too() {
        connected(OcppVersion.V16, call -> new Outcome.Unreadable<>(List.of(), "", Duration.ZERO));
        CommandResult result = send("ClearCache", null);
        assertThat(result.how()).isEqualTo(How.ANSWERED);
        assertThat(result.response()).isNull();
    }

    @Test
    void silence_is_a_timeout() {
        connected(OcppVersion.V16, call -> new Outcome.TimedOut<>(Duration.ofMillis(1000)));
        assertThat(send("ClearCache", null).how()).isEqualTo(How.TIMED_OUT);
    }

    @Test
    void a_full_queue_is_429() {
        connected(OcppVersion.V16, call -> new Outcome.Busy<>("32 CALLs wait already"));
        assertThat(problem("ClearCache", null).kind()).isEqualTo(Refused.Kind.TOO_MANY);
    }

    @Test
    void a_call_error_comes_back_with_code_and_text() {
        connected(
                OcppVersion.V16,
                call -> new Outcome.Refused<>(ErrorCode.InternalError, "InternalError", "no memory", null));
        CommandResult result = send("ClearCache", null);
        assertThat(result.how()).isEqualTo(How.REFUSED);
        assertThat(result.errorCode()).isEqualTo("InternalError");
        assertThat(result.text()).isEqualTo("no memory");
        assertThat(world.now(cp7).unsupportedActions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NotSupported", "NotImplemented"})
    void a_station_that_cannot_is_remembered_for_it(ErrorCode code) {
        connected(OcppVersion.V16, call -> new Outcome.Refused<>(code, code.name(), "", null));
        assertThat(send("ClearCache", null).how()).isEqualTo(How.NOT_SUPPORTED);
        assertThat(world.now(cp7).unsupportedActions()).containsExactly("ClearCache");
    }

    @Test
    void a_pending_station_gets_what_prepares_it_and_a_rejected_one_nothing() {
        ScriptedLink link = accepting16();
        booted(Admission.PENDING);
        assertThat(problem("RemoteStopTransaction", "{\"transactionId\":1}").kind())
                .isEqualTo(Refused.Kind.CONFLICT);
        send("GetConfiguration", null);
        assertThat(link.sent).hasSize(1);
        booted(Admission.REJECTED);
        assertThat(problem("GetConfiguration", null).kind()).isEqualTo(Refused.Kind.CONFLICT);
    }

    private void booted(Admission admission) {
        world.admission(cp7, admission);
        world.boots.boot(
                world.caller(cp7, OcppVersion.V16),
                new BootFacts("Vendor", "Model", null, null, null, null, null, null, "PowerUp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-1s", "6m", "soon", "30", "1h", ""})
    void a_wait_that_is_none_is_refused(String wait) {
        var problem = catchThrowableOfType(Refused.class, () -> Wait.of(wait));
        assertThat(problem.field()).isEqualTo("wait");
    }

    @Test
    void a_wait_is_written_as_people_write_it() {
        assertThat(Wait.of(null)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Wait.of("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(Wait.of(" 2m ")).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void numbers_of_an_answer_that_breaks_the_schema_keep_their_digits_and_none_of_them_is_computed() {
        connected(
                OcppVersion.V16,
                call -> new Outcome.Unreadable<>(List.of(), "{\"status\":1.10}", Duration.ofMillis(3)));
        assertThat(String.valueOf(send("Reset", "{\"type\":\"Soft\"}").response()))
                .isEqualTo("{\"status\":1.10}");
        connected(
                OcppVersion.V16,
                call -> new Outcome.Unreadable<>(List.of(), "{\"status\":1e2147483647}", Duration.ofMillis(3)));
        CommandResult huge = send("Reset", "{\"type\":\"Soft\"}");
        assertThat(huge.response()).isNull();
        assertThat(huge.raw()).isEqualTo("{\"status\":1e2147483647}");
    }

    @Test
    void a_command_is_on_record_before_it_leaves_and_without_its_secrets() {
        List<String> whenItLeft = new ArrayList<>();
        world.links.put(new ScriptedLink(cp7, OcppVersion.V16, call -> {
            whenItLeft.addAll(RecordedLines.last(1, world.database, world.commits));
            return new Outcome.Answered<>(
                    new ChangeConfiguration.Response(ChangeConfiguration.Status.Accepted), Duration.ZERO, List.of());
        }));
        send("ChangeConfiguration", "{\"key\":\"WifiPassword\",\"value\":\"s3cret\"}");
        assertThat(whenItLeft).singleElement().satisfies(line -> assertThat(line)
                .startsWith("local station CP-7 command ")
                .contains("'command':'ChangeConfiguration'", "'key':'WifiPassword'", "'value':'***'"));
    }

    @Test
    void a_command_that_did_not_leave_after_all_is_on_record_with_that() {
        world.links.put(new ScriptedLink(cp7, OcppVersion.V16, call -> new Outcome.NotConnected<>("it went away")));
        send("Reset", "{\"type\":\"Soft\"}");
        assertThat(RecordedLines.last(2, world.database, world.commits)).first().satisfies(line -> assertThat(line)
                .startsWith("local station CP-7 command "));
        assertThat(RecordedLines.last(1, world.database, world.commits))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("local station CP-7 command-not-sent ")
                        .contains("it went away"));
    }

    @Test
    void a_command_that_was_refused_or_had_no_station_is_not_on_record() {
        int before = RecordedLines.of(world.database, world.commits).size();
        send("Reset", "{\"type\":\"Soft\"}");
        accepting16();
        problem("Reset", "{\"type\":\"Gentle\"}");
        assertThat(RecordedLines.of(world.database, world.commits)).hasSize(before);
    }
}
