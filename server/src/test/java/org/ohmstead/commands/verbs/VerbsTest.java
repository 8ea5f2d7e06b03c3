package org.ohmstead.commands.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.UnlockConnector;
import org.ohmstead.ocpp.v2.GetDisplayMessages;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** One verb, said in the words of whatever the station speaks, and kept by whoever wants to know. */
class VerbsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static final Verb UNLOCK = Verb.of(
            station -> new Words("UnlockConnector", Words.newPayload().put("connectorId", 1)),
            station -> new Words(
                    "UnlockConnector", Words.newPayload().put("evseId", 1).put("connectorId", 1)));

    /** What it was told, in order. */
    private static final class Heard implements CommandListener {
        final List<String> words = new ArrayList<>();

        @Override
        public Set<String> actions() {
            return Set.of("UnlockConnector");
        }

        @Override
        public void leaves(Tx tx, StoredCommand command) {
            words.add("leaves " + command.payload());
        }

        @Override
        public void ended(Tx tx, StoredCommand command, CommandResult result) {
            words.add("ended " + command.state() + " " + result.how());
        }
    }

    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final Heard heard = new Heard();
        final Verbs verbs;

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            verbs = TestCommands.verbs(stations, () -> List.of(heard));
        }

        ScriptedLink answers(OcppVersion version, OcppResult response) {
            ScriptedLink link = new ScriptedLink(
                    cp7, version, call -> new Outcome.Answered<>(response, Duration.ofMillis(3), List.of()));
            stations.links.put(link);
            return link;
        }

        VerbResult ask(int number, SendOptions options) {
            return verbs.tell(
                    Actor.LOCAL,
                    "CP-7",
                    Verb.of("GetDisplayMessages", Words.newPayload().put("requestId", number)),
                    options);
        }

        VerbResult unlock() {
            return verbs.tell(Actor.LOCAL, "CP-7", UNLOCK, SendOptions.USUAL);
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_verb_is_said_in_the_words_of_the_stations_version(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink old =
                    world.answers(OcppVersion.V16, new UnlockConnector.Response(UnlockConnector.Status.Unlocked));
            VerbResult result = world.unlock();
            assertThat(old.sent).containsExactly(new UnlockConnector.Request(1));
            assertThat(result.status()).isEqualTo("Unlocked");
            assertThat(result.isAccepted()).isFalse();
            world.stations.links.remove(old);
            ScriptedLink young = world.answers(
                    OcppVersion.V201,
                    new org.ohmstead.ocpp.v2.UnlockConnector.Response(
                            org.ohmstead.ocpp.v2.UnlockConnector.UnlockStatus.Unlocked, null));
            assertThat(world.unlock().how()).isEqualTo(How.ANSWERED);
            assertThat(young.sent).containsExactly(new org.ohmstead.ocpp.v2.UnlockConnector.Request(1, 1));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void whoever_keeps_what_a_command_does_is_told_with_it(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(OcppVersion.V16, new UnlockConnector.Response(UnlockConnector.Status.Unlocked));
            world.unlock();
            assertThat(world.heard.words).containsExactly("leaves {\"connectorId\":1}", "ended ENDED ANSWERED");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_never_left_is_told_too_and_what_nobody_keeps_is_not(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            assertThat(world.unlock().how()).isEqualTo(How.NOT_CONNECTED);
            assertThat(world.heard.words).containsExactly("ended ENDED NOT_CONNECTED");
            world.verbs.tell(Actor.LOCAL, "CP-7", Verb.of("ClearCache", Words.newPayload()), SendOptions.USUAL);
            assertThat(world.heard.words).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_repetition_keeps_the_number_that_was_made_for_the_first(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.answers(
                    OcppVersion.V21,
                    new GetDisplayMessages.Response(GetDisplayMessages.GetDisplayMessagesStatus.Accepted, null));
            SendOptions key = new SendOptions(null, null, null, "k");
            VerbResult first = world.ask(1, key);
            assertThat(world.ask(2, key).command().id())
                    .isEqualTo(first.command().id());
            assertThat(link.sent).hasSize(1);
            assertThat(world.ask(2, key.part(1)).command().id())
                    .isNotEqualTo(first.command().id());
            assertThat(link.sent).hasSize(2);
        }
    }

    @Test
    void the_parts_of_a_request_have_keys_of_their_own_however_long_the_first_is() {
        SendOptions longest = new SendOptions("1s", "2s", "3s", "k".repeat(100));
        assertThat(longest.part(0)).isEqualTo(longest);
        assertThat(longest.part(1).key())
                .hasSizeLessThanOrEqualTo(100)
                .isEqualTo(longest.part(1).key());
        assertThat(longest.part(1).key()).isNotEqualTo(longest.part(2).key());
        assertThat(SendOptions.USUAL.part(1).key()).isNull();
        assertThat(longest.part(1).ttl()).isEqualTo("3s");
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_verb_that_a_version_does_not_have_says_so_and_a_wrong_option_is_named(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(OcppVersion.V16, new UnlockConnector.Response(UnlockConnector.Status.Unlocked));
            Verb cost = Verb.of(
                    "CostUpdated", Words.newPayload().put("totalCost", 1).put("transactionId", "t"));
            VerbResult result = world.verbs.tell(Actor.LOCAL, "CP-7", cost, SendOptions.USUAL);
            assertThat(result.how()).isEqualTo(How.NOT_SUPPORTED);
            SendOptions wrong = new SendOptions(null, null, "-5s", null);
            Refused refused =
                    catchThrowableOfType(Refused.class, () -> world.verbs.tell(Actor.LOCAL, "CP-7", UNLOCK, wrong));
            assertThat(refused.field()).isEqualTo("ttl");
        }
    }
}
