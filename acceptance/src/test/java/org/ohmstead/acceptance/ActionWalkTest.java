package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.acceptance.ActionWalk.Mood;
import org.ohmstead.acceptance.ActionWalk.Verb;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.simulator.fleet.Simulators;

/**
 * Every action that goes to stations, by its verb, to stations of all versions that answer, refuse, say nothing or are away: what
 * became of it stands in the answer, in the list of commands and in the events.
 */
final class ActionWalkTest {
    /** All stations are told at the same time: most of it is waiting for those that say nothing. */
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private static final Map<Mood, List<Future<List<String>>>> WALKS = new EnumMap<>(Mood.class);

    @TempDir
    static Path folder;

    static ServerProcess server;
    static Simulators simulators;
    static ApiDocument document;
    static long image;

    @BeforeAll
    static void start() throws SQLException {
        server = ServerProcess.start(folder, "--close-after-timeouts=off");
        server.stop(); // while it runs, nobody else writes its file
        keepEvents();
        server.restart();
        server.api().tokens(WalkedStation.TOKEN);
        simulators = new Simulators();
        document = ApiDocument.of(server.api());
        image = server.api()
                .postBytes("/api/v1/files?name=image.bin", "an image".getBytes(StandardCharsets.UTF_8))
                .ok()
                .path("id")
                .asLong();
        begin();
    }

    private static void begin() {
        for (Mood mood : Mood.values()) {
            WALKS.put(
                    mood,
                    Stream.of(OcppVersion.values())
                            .map(version -> THREADS.submit(() -> walk(version, mood)))
                            .toList());
        }
    }

    /** The outbox is tidied as soon as all have its events. */
    private static void keepEvents() throws SQLException {
        try (Connection connection = Store.sqlite(folder).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table told (id integer primary key, events_json text not null)");
            statement.execute("create trigger keep_told after insert on outbox begin"
                    + " insert into told (events_json) values (new.events_json); end");
        }
    }

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
        simulators.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void no_action_of_the_catalogue_is_missing_and_none_is_made_up(OcppVersion version) {
        assertThat(ActionWalk.verbs()).extracting(Verb::action).doesNotHaveDuplicates();
        assertThat(of(version)).extracting(Verb::action).containsExactlyInAnyOrderElementsOf(toStation(version));
        assertThat(List.of(OcppVersion.values()))
                .flatExtracting(ActionWalkTest::toStation)
                .containsAll(ActionWalk.verbs().stream().map(Verb::action).toList());
    }

    @Test
    void every_verb_is_an_operation_of_the_document() {
        for (Verb verb : ActionWalk.verbs()) {
            ApiDocument.Operation operation = document.operations().get(verb.operation());
            assertThat(operation).as(verb.operation()).isNotNull();
            assertThat(verb.method()).as(verb.operation()).isEqualToIgnoringCase(operation.method());
            assertThat(verb.plainPath().replaceAll("\\{\\w+}", "*"))
                    .as(verb.operation())
                    .matches(operation.path().replaceAll("\\{\\w+}", "[^/]+"));
        }
    }

    private static Set<String> toStation(OcppVersion version) {
        return Catalogue.of(version).stream()
                .filter(action -> action.direction().toStation())
                .map(Action::name)
                .collect(Collectors.toSet());
    }

    private static List<Verb> of(OcppVersion version) {
        Set<String> known = toStation(version);
        return ActionWalk.verbs().stream()
                .filter(verb -> known.contains(verb.action()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatever_becomes_of_an_action_is_said_kept_and_told(Mood mood) throws Exception {
        for (Future<List<String>> walk : WALKS.get(mood)) {
            assertThat(walk.get()).isEmpty();
        }
    }

    /** @return what is not as it should be */
    private static List<String> walk(OcppVersion version, Mood mood) {
        WalkedStation station = new WalkedStation(server, simulators, version, mood, image);
        station.turn();
        List<ActionWalkStep> steps = of(version).stream()
                .map(verb -> new ActionWalkStep(server.api(), document, station, verb))
                .toList();
        steps.forEach(ActionWalkStep::send);
        if (mood == Mood.AWAY_FOR_A_WHILE) {
            station.comesBack();
            steps.forEach(ActionWalkStep::comesBack);
        }
        Map<Long, List<String>> told = told();
        steps.forEach(step -> step.checkEvents(told));
        return steps.stream().flatMap(step -> step.faults().stream()).toList();
    }

    /** The kinds of the events of each command. */
    private static Map<Long, List<String>> told() {
        Map<Long, List<String>> told = new TreeMap<>();
        for (String commit :
                Store.sqlite(folder).rows("select events_json from told order by id", row -> row.getString(1))) {
            for (JsonNode event : json(commit)) {
                String kind = event.path("kind").asText();
                if (kind.startsWith("command.")) {
                    told.computeIfAbsent(event.at("/payload/command").asLong(), any -> new ArrayList<>())
                            .add(kind);
                }
            }
        }
        return told;
    }

    private static JsonNode json(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
