package org.ohmstead.displaymessages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.displaymessages.ocpp2.NotifyDisplayMessages2;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.ClearDisplayMessage;
import org.ohmstead.ocpp.v2.GetDisplayMessages;
import org.ohmstead.ocpp.v2.MessageContent;
import org.ohmstead.ocpp.v2.MessageFormat;
import org.ohmstead.ocpp.v2.MessageInfo;
import org.ohmstead.ocpp.v2.MessagePriority;
import org.ohmstead.ocpp.v2.NotifyDisplayMessages;
import org.ohmstead.ocpp.v2.SetDisplayMessage;
import org.ohmstead.ocpp.v2.SetDisplayMessage.DisplayMessageStatus;
import org.ohmstead.reports.Reports;
import org.ohmstead.reports.SqlReportStore;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** A station with a display, and what it says to messages for it. */
class DisplayMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The slice over a database, and one station. */
    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final DisplayMessages messages;
        final Verbs verbs;
        final DisplayMessageResource resource;
        final NotifyDisplayMessages2 notify;

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            messages = new DisplayMessages(
                    new SqlDisplayMessageStore(stations.database, stations.commits), stations.audit, stations.clock);
            verbs = TestCommands.verbs(stations, () -> List.of(messages));
            resource = new DisplayMessageResource(messages, verbs, stations.stations, CurrentActor.of(Actor.LOCAL));
            notify = new NotifyDisplayMessages2(
                    messages,
                    new Reports(new SqlReportStore(stations.database, stations.commits), new Outbox(stations.clock)));
        }

        ScriptedLink says(OcppVersion version, Function<OcppCall<?>, Outcome<?>> answer) {
            ScriptedLink link = new ScriptedLink(cp7, version, answer);
            stations.links.put(link);
            return link;
        }

        ScriptedLink answers(OcppResult result) {
            return says(OcppVersion.V201, call -> answered(result));
        }

        DisplayMessageView set(long id, String text) {
            return set(id, body(text));
        }

        DisplayMessageView set(long id, ObjectNode body) {
            return (DisplayMessageView) resource.set("CP-7", Long.toString(id), SendOptions.USUAL, body)
                    .getEntity();
        }

        DisplayMessageView clear(long id) {
            return (DisplayMessageView)
                    resource.clear("CP-7", Long.toString(id), SendOptions.USUAL).getEntity();
        }

        String refresh() {
            return ((DisplayMessageResource.Asked)
                            resource.refresh("CP-7", SendOptions.USUAL).getEntity())
                    .said();
        }

        void reports(int request, boolean more, int... ids) {
            List<MessageInfo> page = java.util.Arrays.stream(ids)
                    .mapToObj(id -> new MessageInfo(
                            id,
                            MessagePriority.InFront,
                            new MessageContent(MessageFormat.UTF8, "at the station " + id)))
                    .toList();
            stations.clock.advance(Duration.ofSeconds(1));
            notify.handle(
                    stations.caller(cp7, OcppVersion.V201),
                    new NotifyDisplayMessages.Request(request, page.isEmpty() ? null : page, more));
        }

        List<String> shown() {
            return resource.list("CP-7", null, null).items().stream()
                    .map(one -> one.id() + " " + one.shown())
                    .toList();
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static Outcome<?> answered(OcppResult result) {
        return new Outcome.Answered<>(result, Duration.ofMillis(5), List.of());
    }

    private static ObjectNode body(String text) {
        try {
            return (ObjectNode) JSON.readTree(
                    "{\"priority\":\"NormalCycle\",\"message\":{\"format\":\"UTF8\",\"content\":\"" + text + "\"}}");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_message_is_sent_and_kept_with_what_the_station_said(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.answers(new SetDisplayMessage.Response(DisplayMessageStatus.Accepted));
            DisplayMessageView set = world.set(7, "Welcome");
            assertThat(link.sent)
                    .containsExactly(new SetDisplayMessage.Request(new MessageInfo(
                            7, MessagePriority.NormalCycle, new MessageContent(MessageFormat.UTF8, "Welcome"))));
            assertThat(set.shown()).isTrue();
            assertThat(set.outcome()).isEqualTo("answered");
            assertThat(set.said()).isEqualTo("Accepted");
            assertThat(set.actor()).isEqualTo("local");
            assertThat(set.command()).isNotNull();
            assertThat(world.resource.get("CP-7", "7"))
                    .usingRecursiveComparison()
                    .ignoringFields("command")
                    .isEqualTo(set);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_that_is_refused_is_kept_too_and_leaves_standing_what_it_was_to_replace(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(new SetDisplayMessage.Response(DisplayMessageStatus.NotSupportedPriority));
            DisplayMessageView refused = world.set(1, "First");
            assertThat(refused.shown()).isFalse();
            assertThat(refused.said()).isEqualTo("NotSupportedPriority");
            world.answers(new SetDisplayMessage.Response(DisplayMessageStatus.Accepted));
            world.set(1, "Second");
            world.answers(new SetDisplayMessage.Response(DisplayMessageStatus.Rejected));
            DisplayMessageView third = world.set(1, "Third");
            assertThat(third.shown()).isTrue();
            assertThat(third.said()).isEqualTo("Rejected");
            assertThat(third.message().at("/message/content").asText()).isEqualTo("Second");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void where_no_answer_came_nobody_knows_and_where_nothing_was_sent_nothing_changed(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.says(OcppVersion.V21, call -> new Outcome.TimedOut<>(Duration.ofSeconds(30)));
            assertThat(world.set(1, "Lost").shown()).isNull();
            world.says(OcppVersion.V16, call -> {
                throw new AssertionError("1.6 has no displays");
            });
            DisplayMessageView never = world.set(2, "Never");
            assertThat(never.outcome()).isEqualTo("notSupported");
            assertThat(never.shown()).isFalse();
            assertThat(world.shown()).as("what was never sent is no message").containsExactly("1 null");
            DisplayMessageView again = world.set(1, "Again");
            assertThat(again.shown()).as("the lost one may be there").isNull();
            assertThat(again.message().at("/message/content").asText()).isEqualTo("Lost");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_message_that_is_cleared_stays_in_the_list_as_gone(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(new SetDisplayMessage.Response(DisplayMessageStatus.Accepted));
            world.set(7, "Welcome");
            world.answers(new ClearDisplayMessage.Response(ClearDisplayMessage.ClearMessageStatus.Rejected));
            assertThat(world.clear(7).shown()).isTrue();
            ScriptedLink link =
                    world.answers(new ClearDisplayMessage.Response(ClearDisplayMessage.ClearMessageStatus.Accepted));
            DisplayMessageView cleared = world.clear(7);
            assertThat(link.sent).containsExactly(new ClearDisplayMessage.Request(7));
            assertThat(cleared.shown()).isFalse();
            assertThat(cleared.message().at("/message/content").asText()).isEqualTo("Welcome");
            world.answers(new ClearDisplayMessage.Response(ClearDisplayMessage.ClearMessageStatus.Unknown));
            assertThat(world.clear(8).shown()).as("nobody knew it").isFalse();
            assertThat(world.shown()).containsExactly("7 false", "8 false");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_station_reports_it_has_and_what_it_does_not_report_it_has_not(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(new SetDisplayMessage.Response(DisplayMessageStatus.Accepted));
            world.set(1, "Stays");
            world.set(2, "Goes");
            world.stations.clock.advance(Duration.ofSeconds(1));
            ScriptedLink link = world.answers(
                    new GetDisplayMessages.Response(GetDisplayMessages.GetDisplayMessagesStatus.Accepted));
            assertThat(world.refresh()).isEqualTo("Accepted");
            int request = ((GetDisplayMessages.Request) link.sent.getFirst()).requestId();
            world.reports(request, true, 1);
            assertThat(world.shown()).as("more follow").containsExactly("1 true", "2 true");
            world.reports(request, false, 3);
            assertThat(world.shown()).containsExactly("1 true", "2 false", "3 true");
            DisplayMessageView third = world.resource.get("CP-7", "3");
            assertThat(third.outcome()).isNull();
            assertThat(third.message().at("/message/content").asText()).isEqualTo("at the station 3");
            assertThat(third.reportedAt()).isNotNull();
            world.reports(request + 1, false, 4);
            assertThat(world.shown())
                    .as("somebody asked for one")
                    .containsExactly("1 true", "2 false", "3 true", "4 true");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_without_any_message_says_so_at_once(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(new SetDisplayMessage.Response(DisplayMessageStatus.Accepted));
            world.set(1, "Gone");
            world.stations.clock.advance(Duration.ofSeconds(1));
            world.answers(new GetDisplayMessages.Response(GetDisplayMessages.GetDisplayMessagesStatus.Unknown));
            world.refresh();
            assertThat(world.shown()).containsExactly("1 false");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_that_reports_without_end_is_known_by_its_newest_messages(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            int more = 5;
            for (int page = 0; page * 250 < SqlDisplayMessageStore.MOST + more; page++) {
                int first = page * 250;
                world.reports(
                        1,
                        true,
                        java.util.stream.IntStream.range(
                                        first, Math.min(first + 250, SqlDisplayMessageStore.MOST + more))
                                .toArray());
            }
            assertThat(world.messages.find(world.cp7, 0)).isEmpty();
            assertThat(world.messages.find(world.cp7, SqlDisplayMessageStore.MOST + more - 1))
                    .isPresent();
        }
    }

    @Test
    void what_is_wrong_is_named_and_nothing_is_kept() {
        try (World world = new World(TestDatabases.each().findFirst().orElseThrow())) {
            world.answers(new SetDisplayMessage.Response(DisplayMessageStatus.Accepted));
            assertThat(refused(() -> world.resource.set("CP-7", "1", SendOptions.USUAL, null)))
                    .isEqualTo("body");
            assertThat(refused(() -> world.set(1, body("x").put("id", 2)))).isEqualTo("id");
            assertThat(refused(() -> world.set(1, body("x").put("priority", "Loud"))))
                    .isEqualTo("payload.message.priority");
            assertThat(refused(() -> world.set(1, body("x".repeat(513))))).isEqualTo("payload.message.message.content");
            assertThat(refused(() -> world.resource.get("CP-7", "one"))).isNull();
            assertThat(refused(() -> world.resource.get("CP-8", "1"))).isNull();
            assertThat(world.shown()).isEmpty();
        }
    }

    private static String refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Refused refusal = catchThrowableOfType(Refused.class, call);
        assertThat(refusal).isNotNull();
        return refusal.field();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_command_and_what_it_made_of_the_message_are_on_record(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(new SetDisplayMessage.Response(DisplayMessageStatus.Accepted));
            world.set(7, "Welcome");
            world.set(7, "Closed");
            List<String> lines = RecordedLines.last(4, world.stations.database, world.stations.commits);
            assertThat(lines.get(0)).startsWith("local station CP-7 command ").contains("SetDisplayMessage", "Welcome");
            assertThat(lines.get(1))
                    .startsWith("local display-message CP-7/7 created ")
                    .contains("Welcome");
            assertThat(lines.get(2)).startsWith("local station CP-7 command ").contains("Closed");
            assertThat(lines.get(3))
                    .startsWith("local display-message CP-7/7 changed {'message':{")
                    .containsSubsequence("Welcome", " -> ", "Closed");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_message_that_went_as_a_plain_command_counts_too(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(new SetDisplayMessage.Response(DisplayMessageStatus.Accepted));
            ObjectNode payload =
                    Words.newPayload().set("message", body("By the door").put("id", 9));
            world.verbs.tell(Actor.LOCAL, "CP-7", Verb.of("SetDisplayMessage", payload), SendOptions.USUAL);
            DisplayMessageView shown = world.resource.get("CP-7", "9");
            assertThat(shown.shown()).isTrue();
            assertThat(shown.said()).isEqualTo("Accepted");
            world.answers(new ClearDisplayMessage.Response(ClearDisplayMessage.ClearMessageStatus.Accepted));
            world.verbs.tell(
                    Actor.LOCAL,
                    "CP-7",
                    Verb.of("ClearDisplayMessage", Words.newPayload().put("id", 9)),
                    SendOptions.USUAL);
            assertThat(world.shown()).containsExactly("9 false");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_of_2_1_gets_other_languages_and_a_code_to_scan_and_one_of_2_0_1_none(TestDatabases.Kind kind)
            throws JsonProcessingException {
        try (World world = new World(kind)) {
            ObjectNode code = (ObjectNode) JSON.readTree("""
                {"priority":"NormalCycle","message":{"format":"QRCODE","content":"https://pay.example/1"},
                "messageExtra":[{"format":"UTF8","language":"de","content":"Hier zahlen"}]}\
                """);
            ScriptedLink link = world.says(
                    OcppVersion.V21,
                    call -> answered(new SetDisplayMessage.Response(DisplayMessageStatus.LanguageNotSupported)));
            DisplayMessageView refused = world.set(3, code.deepCopy());
            SetDisplayMessage.Request sent = (SetDisplayMessage.Request) link.sent.getFirst();
            assertThat(sent.message().message().format()).isEqualTo(MessageFormat.QRCODE);
            assertThat(sent.message().messageExtra()).hasSize(1);
            assertThat(refused.said()).isEqualTo("LanguageNotSupported");
            world.answers(new SetDisplayMessage.Response(DisplayMessageStatus.Accepted));
            assertThat(refused(() -> world.set(4, code.deepCopy()))).startsWith("payload.message.");
        }
    }
}
