package org.ohmstead.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Refused;
import org.ohmstead.events.Event;

/** Every event of the code is shown to somebody, by the words that its class calls it. */
class EventKindsTest {
    private static final Path MAIN =
            Path.of(System.getProperty("ohmstead.root", "..")).resolve("server/src/main/java");
    private static final Path API =
            Path.of(System.getProperty("ohmstead.root", "..")).resolve("docs/api.md");
    private static final Pattern KIND = Pattern.compile("String kind\\(\\) \\{(.*?)\\n    }", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([a-z-]+\\.[a-z.-]*)\"");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("org.ohmstead");

    /** The words of each class. */
    private static Map<String, List<String>> kinds() throws IOException {
        Map<String, List<String>> kinds = new TreeMap<>();
        for (JavaClass each : CLASSES) {
            if (each.isAssignableTo(Event.class) && !each.isInterface()) {
                String source = Files.readString(MAIN.resolve(each.getName().replace('.', '/') + ".java"));
                String body =
                        KIND.matcher(source).results().findFirst().orElseThrow().group(1);
                kinds.put(
                        each.getSimpleName(),
                        WORD.matcher(body)
                                .results()
                                .map((MatchResult word) -> word.group(1))
                                .toList());
            }
        }
        return kinds;
    }

    @Test
    void every_event_of_the_code_has_an_entry() throws IOException {
        Map<String, List<String>> kinds = kinds();
        assertThat(kinds).hasSizeGreaterThan(55).containsKeys("StationConnected", "SessionStarted");
        kinds.forEach((event, words) -> {
            assertThat(words).as(event).isNotEmpty();
            assertThat(words).as(event).allSatisfy(word -> assertThat(EventKinds.permission(word))
                    .as(word)
                    .isPresent());
        });
    }

    @Test
    void every_entry_is_of_an_event_and_of_a_permission() throws IOException {
        Set<String> permissions = CLASSES.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Permission.class))
                .map(method -> method.getAnnotationOfType(Permission.class).value())
                .collect(Collectors.toSet());
        List<String> kinds = kinds().values().stream().flatMap(List::stream).toList();
        EventKinds.permissions().forEach((beginning, permission) -> {
            assertThat(permissions).contains(permission);
            assertThat(kinds).as(beginning).anyMatch(kind -> kind.startsWith(beginning));
        });
    }

    @Test
    void the_document_has_the_table() throws IOException {
        String document = Files.readString(API);
        EventKinds.permissions().forEach((beginning, permission) -> assertThat(document)
                .contains("| `" + beginning + "` | `" + permission + "` |"));
    }

    @Test
    void the_longest_beginning_counts() {
        assertThat(EventKinds.permission("station.booted")).contains("station.read");
        assertThat(EventKinds.permission("station.alert.raised")).contains("station-alert.read");
        assertThat(EventKinds.permission("stations.unknown")).isEmpty();
    }

    @Test
    void kinds_are_wanted_whole_or_by_their_beginning() {
        assertThat(EventKinds.wanted(null).test("anything")).isTrue();
        assertThat(EventKinds.wanted(" session. , station.booted"))
                .accepts("session.started", "station.booted")
                .rejects("station.booted.twice", "session-cost.calculated", "connector.changed");
        for (String wrong : List.of("session", "session.,", "*", "SESSION.", "sesion.started")) {
            assertThatThrownBy(() -> EventKinds.wanted(wrong))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("kind is '" + wrong + "'")
                    .hasMessageContaining("session.");
        }
    }
}
