package org.ohmstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that can be read from the sources alone: sizes, exceptions, packages that say what they are for. */
class SourceRulesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;
    private static final Path ROOT = Path.of(System.getProperty("ohmstead.root", ".."));
    private static final List<Path> SOURCES = List.of("ocpp", "simulator", "server", "bench").stream()
            .map(m -> ROOT.resolve(m + "/src/main/java"))
            .toList();

    /** The doors where exceptions stop. Written as regular expressions over the path. */
    private static final Set<String> DOORS = Set.of("OcppLink.java", "ProblemMapper.java", "EventRelay.java");

    private static final Pattern CATCH_ALL = Pattern.compile("catch \\((final )?Exception\\b");
    /** A line that begins a method or constructor of a class: indented by 4 or 8, with a parameter list, and its body opened. */
    private static final Pattern METHOD_END = Pattern.compile("^( {4}| {8})}$");

    @Test
    void a_file_has_300_lines_at_most() {
        assertThat(files().filter(file -> lines(file).size() > LONGEST_FILE)
                        .map(file -> ROOT.relativize(file) + ": " + lines(file).size() + " lines"))
                .isEmpty();
    }

    @Test
    void a_method_has_40_lines_at_most() {
        assertThat(files().flatMap(SourceRulesTest::longMethods)).isEmpty();
    }

    @Test
    void exceptions_are_caught_by_their_name_except_at_the_doors() {
        assertThat(files().filter(file -> !DOORS.contains(file.getFileName().toString()))
                        .filter(file -> lines(file).stream()
                                .anyMatch(line -> CATCH_ALL.matcher(line).find()))
                        .map(ROOT::relativize))
                .isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() {
        assertThat(files().map(Path::getParent)
                        .distinct()
                        .filter(folder -> !saysWhatItIsFor(folder.resolve("package-info.java")))
                        .map(ROOT::relativize))
                .isEmpty();
    }

    @Test
    void nobody_prints_to_the_console_but_the_main_programs() {
        assertThat(files().filter(file -> file.toString().contains("/server/"))
                        .filter(file -> !Set.of("Main.java", "Running.java")
                                .contains(file.getFileName().toString()))
                        .filter(file -> lines(file).stream()
                                .anyMatch(line -> line.contains("System.out.") || line.contains("printStackTrace(")))
                        .map(ROOT::relativize))
                .isEmpty();
    }

    private static boolean saysWhatItIsFor(Path packageInfo) {
        return Files.exists(packageInfo)
                && lines(packageInfo).contains("@NullMarked")
                && lines(packageInfo).stream().anyMatch(line -> line.startsWith("/**"));
    }

    /** Palantir's format makes a method's closing brace stand alone, as deep as its declaration. */
    private static Stream<String> longMethods(Path file) {
        List<String> lines = lines(file);
        List<String> found = new ArrayList<>();
        for (int indent : new int[] {4, 8}) {
            String margin = " ".repeat(indent);
            int start = -1;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                boolean atMargin = line.startsWith(margin) && line.length() > indent && line.charAt(indent) != ' ';
                if (atMargin && isDeclaration(line.substring(indent))) {
                    start = i;
                } else if (atMargin && METHOD_END.matcher(line).matches()) {
                    if (start >= 0 && i - start + 1 > LONGEST_METHOD && opensBody(lines, start, i)) {
                        found.add(ROOT.relativize(file) + ":" + (start + 1) + " has " + (i - start + 1) + " lines");
                    }
                    start = -1;
                }
            }
        }
        return found.stream();
    }

    private static boolean isDeclaration(String code) {
        return !code.startsWith("@")
                && code.matches("[\\w<>\\[\\]@?, .]+\\(.*")
                && !code.matches(
                        "(return|if|for|while|switch|try|synchronized|throw|new|else|case|assert|record|public record|private record)\\b.*");
    }

    /** Not a field whose value goes over many lines. */
    private static boolean opensBody(List<String> lines, int start, int end) {
        for (int i = start; i < end; i++) {
            if (lines.get(i).endsWith("{")) {
                return !lines.get(i).contains(" = ") && !lines.get(i).contains("-> {");
            }
            if (lines.get(i).endsWith(";")) {
                return false;
            }
        }
        return false;
    }

    private static Stream<Path> files() {
        return SOURCES.stream().filter(Files::isDirectory).flatMap(SourceRulesTest::walk);
    }

    private static Stream<Path> walk(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
