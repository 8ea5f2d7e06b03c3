package org.ohmstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever reads "field note 98" or "behaviour 5.6" in code, tests or documents finds it in {@code docs/ocpp}. */
class CitationsTest {
    private static final Path ROOT = Path.of(System.getProperty("ohmstead.root", ".."));
    private static final Path NOTES = ROOT.resolve("docs/ocpp/field-notes.md");
    private static final Path BEHAVIOUR = ROOT.resolve("docs/ocpp/behaviour.md");
    private static final Pattern KINDS = Pattern.compile(".*\\.(java|md|txt|sql|ya?ml|sh|ts|tsx|js)");

    private static final String AND = "(?:, | and | to | or )";
    private static final Pattern FIELD_NOTES = Pattern.compile("\\bfield notes? (\\d+(?:" + AND + "\\d+)*)");
    private static final Pattern LETTERS =
            Pattern.compile("\\bsections? ([A-Z](?:" + AND + "[A-Z])*) of the field notes");
    private static final Pattern SECTIONS =
            Pattern.compile("\\bbehaviour (\\d+(?:\\.\\d+)?(?:" + AND + "\\d+(?:\\.\\d+)?)*)");
    /** A comment that goes on in the next line. */
    private static final Pattern LINE_END = Pattern.compile("\\s*\n\\s*(?:\\*|//|--|#|>)?\\s*");

    @Test
    void field_notes_are_numbered_without_a_gap() {
        List<String> numbers = read(NOTES)
                .lines()
                .filter(line -> line.matches("\\d+\\. .*"))
                .map(line -> line.substring(0, line.indexOf('.')))
                .toList();
        assertThat(numbers)
                .hasSizeGreaterThanOrEqualTo(137)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void every_citation_of_a_field_note_is_found() {
        assertThat(citations(FIELD_NOTES)).hasSizeGreaterThan(100);
        assertThat(missing(FIELD_NOTES, starts(NOTES, "(?m)^(\\d+)\\. "))).isEmpty();
        assertThat(citations(LETTERS)).isNotEmpty();
        assertThat(missing(LETTERS, starts(NOTES, "(?m)^## ([A-Z])\\. "))).isEmpty();
    }

    @Test
    void every_citation_of_behaviour_is_found() {
        assertThat(citations(SECTIONS)).hasSizeGreaterThan(20);
        assertThat(missing(SECTIONS, starts(BEHAVIOUR, "(?m)^##+ (\\d+(?:\\.\\d+)?)\\.? ")))
                .isEmpty();
    }

    @Test
    void nothing_is_cited_by_a_former_name() {
        String former = "(?i)\\b" + "got" + "chas?\\b|\\bcsms" + "-behaviour\\b";
        assertThat(citations(Pattern.compile("(" + former + ")"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "// (field note 5);5",
                "/** (field notes 13, 14 and 15). */;13 14 15",
                "// because of field notes 91 to 96, and 5 others;91 96",
                "'* broken (field\n     * note 67), and';67"
            })
    void a_citation_is_read_over_lines_and_with_all_its_numbers(String text, String numbers) {
        assertThat(cited(text, FIELD_NOTES)).containsExactly(numbers.split(" "));
    }

    private static List<String> missing(Pattern form, Set<String> there) {
        assertThat(there).isNotEmpty();
        return citations(form).stream()
                .filter(citation -> !there.contains(citation.substring(citation.lastIndexOf(' ') + 1)))
                .toList();
    }

    /** Each as "file: number". */
    private static List<String> citations(Pattern form) {
        return texts().flatMap(file -> cited(read(file), form).map(number -> ROOT.relativize(file) + ": " + number))
                .toList();
    }

    private static Stream<String> cited(String text, Pattern form) {
        return form.matcher(LINE_END.matcher(text).replaceAll(" "))
                .results()
                .map(found -> found.group(1))
                .flatMap(numbers -> Stream.of(numbers.split(AND)));
    }

    private static Set<String> starts(Path file, String form) {
        return Pattern.compile(form)
                .matcher(read(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** The documents, and the sources, tests and resources of all modules. */
    private static Stream<Path> texts() {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> top = Files.list(ROOT)) {
            for (Path path : top.sorted().toList()) {
                if (Files.isRegularFile(path)) {
                    found.add(path);
                } else if (path.endsWith("docs") || Files.isDirectory(path.resolve("src"))) {
                    found.addAll(below(path.endsWith("docs") ? path : path.resolve("src")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream()
                .filter(file -> KINDS.matcher(file.toString()).matches() && !file.endsWith("CitationsTest.java"));
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file ->
                            Files.isRegularFile(file) && !file.toString().contains("node_modules"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
