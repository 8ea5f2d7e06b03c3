package org.ohmstead.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;

/**
 * Texts as they come from real stations, and what goes back. A file of {@code frames/<version>} holds cases, a case lines:
 *
 * <pre>
 * == title                   a new case, with a new link
 * strict                     the link is strict
 * call                       we send ClearCache; its id stands for ID in later lines
 * &gt; text                    comes in; \0, \n, and \uFEFF as in Java
 * &lt; json                    goes out, in this order, compared as JSON; "*" is any value. All that goes out must be listed
 * dropped REASON             put aside, in this order; all must be listed
 * odd RULE path              a deviation; these must be among those found
 * ended Refused CODE         how our CALL ended: the outcome, and the code of a Refused, or what came instead of an answer
 * </pre>
 */
class GoldenFramesTest {
    private static final Path FRAMES = Path.of("src/test/resources/frames");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicContainer> frames() {
        return Stream.of(OcppVersion.values())
                .map(version -> DynamicContainer.dynamicContainer(version.number(), files(version)));
    }

    private static Stream<DynamicContainer> files(OcppVersion version) {
        try (Stream<Path> files = Files.list(FRAMES.resolve(version.number()))) {
            List<Path> sorted = files.sorted().toList();
            assertThat(sorted).isNotEmpty();
            return sorted.stream()
                    .map(file ->
                            DynamicContainer.dynamicContainer(file.getFileName().toString(), cases(version, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<DynamicTest> cases(OcppVersion version, Path file) {
        List<List<String>> cases = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("== ")) {
                    cases.add(new ArrayList<>());
                }
                if (!line.isBlank() && !line.startsWith("#")) {
                    cases.getLast().add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases.stream()
                .map(lines -> DynamicTest.dynamicTest(
                        lines.getFirst().substring(3), () -> new Case(version, lines.contains("strict")).run(lines)));
    }

    /** One link and what became of it. */
    private static final class Case {
        private final FakeWire wire = new FakeWire();
        private final Seen seen = new Seen();
        private final boolean v2;
        private final OcppLink<String> link;
        private final List<String> expectedOut = new ArrayList<>();
        private final List<String> expectedDrops = new ArrayList<>();
        private CompletableFuture<? extends Outcome<?>> outcome = new CompletableFuture<>();
        private String id = "ID";

        Case(OcppVersion version, boolean strict) {
            v2 = version.isV2();
            link = new OcppLink<>(
                    CallerOf.always("CP7"),
                    new TestStation().routes(version),
                    LinkSettings.DEFAULT.withStrict(strict),
                    wire,
                    new LinkEngine(Runnable::run, new ManualTimers()),
                    seen);
            link.open();
        }

        void run(List<String> lines) throws IOException {
            for (String line : lines.subList(1, lines.size())) {
                step(line.replace("\"ID\"", '"' + id + '"'));
            }
            List<String> sent = wire.sent();
            assertThat(sent).as("frames out").hasSameSizeAs(expectedOut);
            for (int i = 0; i < sent.size(); i++) {
                if (!matches(JSON.readTree(expectedOut.get(i)), JSON.readTree(sent.get(i)))) {
                    assertThat(sent.get(i)).isEqualTo(expectedOut.get(i));
                }
            }
            assertThat(seen.dropped).as("dropped").map(Enum::name).isEqualTo(expectedDrops);
        }

        private void step(String line) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "strict" -> {}
                case "call" -> call();
                case ">" -> link.received(unescaped(line.substring(2)));
                case "<" -> expectedOut.add(line.substring(2));
                case "dropped" -> expectedDrops.add(words[1]);
                case "odd" ->
                    assertThat(seen.deviations)
                            .as(line)
                            .anyMatch(one -> one.rule().name().equals(words[1])
                                    && one.path().equals(words.length < 3 ? "" : words[2]));
                case "ended" -> {
                    assertThat(outcome).isDone();
                    assertThat(described(outcome.join())).isEqualTo(line.substring("ended ".length()));
                }
                default -> throw new IllegalArgumentException("No such step: " + line);
            }
        }

        private void call() {
            OcppCall<?> request =
                    v2 ? new org.ohmstead.ocpp.v2.ClearCache.Request() : new org.ohmstead.ocpp.v16.ClearCache.Request();
            outcome = link.call(request);
            id = wire.lastId();
            expectedOut.add(wire.last());
        }

        private static String described(Outcome<?> outcome) {
            String name = outcome.getClass().getSimpleName();
            return switch (outcome) {
                case Outcome.Refused<?> refused -> name + " " + refused.code();
                case Outcome.Unreadable<?> odd -> (name + " " + odd.raw()).strip();
                default -> name;
            };
        }

        private static String unescaped(String text) {
            return text.replace("\\0", "\0").replace("\\n", "\n").replace("\\uFEFF", "\uFEFF");
        }

        private static boolean matches(JsonNode expected, JsonNode found) {
            if (expected.isTextual() && expected.textValue().equals("*")) {
                return true;
            }
            if (expected.getNodeType() != found.getNodeType() || expected.size() != found.size()) {
                return false;
            }
            if (expected.isObject()) {
                return expected.propertyStream()
                        .allMatch(field ->
                                found.has(field.getKey()) && matches(field.getValue(), found.get(field.getKey())));
            }
            for (int i = 0; i < expected.size(); i++) {
                if (!matches(expected.get(i), found.get(i))) {
                    return false;
                }
            }
            return expected.isContainerNode() || expected.equals(found);
        }
    }
}
