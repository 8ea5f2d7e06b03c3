package org.ohmstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house that can be read from the sources alone: sizes, exceptions, packages that say what they are for. */
class SourceRulesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;
    private static final Path ROOT = Path.of(System.getProperty("ohmstead.root", ".."));
    private static final List<Path> SOURCES = List.of("ocpp", "simulator", "server", "bench").stream()
            .map(m -> ROOT.resolve(m + "/src/main/java"))
            .toList();

    /** The doors where exceptions stop, whatever they are, and why. */
    private static final Map<String, String> DOORS = Map.of(
            "ocpp/rpc/Decoder.java", "the OCPP link: whatever a text does to us is a CALLERROR",
            "ocpp/rpc/Serving.java", "the OCPP link: whatever a handler throws is a CALLERROR",
            "ocpp/rpc/Inbound.java", "the OCPP link: an observer or a wire at fault does not end it",
            "app/http/ProblemMapper.java", "whatever a resource throws is a problem+json",
            "events/Handover.java", "whatever a listener throws, the event comes again",
            "db/lanes/Lane.java", "whatever a unit of work throws is thrown to who waits for it",
            "background/SupervisedThread.java", "a thread begins anew, whatever its work throws",
            "background/OneByOne.java", "one of many things does not stop the others, whatever it throws");

    private static final Set<String> ALL = Set.of("Exception", "RuntimeException", "Throwable", "Error");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    /** Its types, and the first word of what it does. */
    private static final Pattern CATCH = Pattern.compile("\\bcatch\\s*\\(((?:[^()]|\\([^)]*\\))*)\\)\\s*\\{\\s*(\\w*)");
    /** Of a future: failures of any kind become a value. */
    private static final Pattern FUTURE = Pattern.compile(
            "\\.\\s*(exceptionally(Async|Compose|ComposeAsync)?|handle(Async)?|recover|otherwise(Empty)?)\\(\\s*"
                    + "(\\w+\\s*->|\\(\\s*\\w+\\s*,\\s*\\w+\\s*\\)\\s*->|\\(\\s*\\w+\\s*\\)\\s*->|\\w+::\\w+)");
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
        assertThat(files().filter(file -> DOORS.keySet().stream().noneMatch(file::endsWith))
                        .flatMap(file -> catchAlls(String.join("\n", lines(file)))
                                .map(found -> ROOT.relativize(file) + ": " + found)))
                .isEmpty();
    }

    @Test
    void every_door_is_one() {
        assertThat(DOORS.keySet().stream().filter(door -> files().filter(file -> file.endsWith(door))
                        .noneMatch(file -> catchAlls(String.join("\n", lines(file)))
                                        .findAny()
                                        .isPresent()
                                || lines(file).stream().anyMatch(line -> line.contains("(Throwable ")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catch (Exception e) { }",
                "catch (final RuntimeException e) { return null; }",
                "catch (IOException | RuntimeException e) { LOG.log(e); }",
                "catch (@SuppressWarnings(\"x\") Throwable e) { count++; }",
                "catch (java.lang.Error e) { }",
                "catch (StoreUnavailable\n        | Exception e) {\n    // said\n    return false;\n}",
                "call.exceptionally(failure -> null)",
                "call\n    .handle((done, failure) -> done)",
                "call.exceptionallyCompose((failure) -> again())",
                "call.recover(this::again)"
            })
    void a_catch_all_is_found_however_it_is_spelt(String code) {
        assertThat(catchAlls(code)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catch (IOException | NumberFormatException e) { }",
                "catch (RuntimeException | Error its) {\n    // nothing stops here\n    throw its;\n}",
                "// catch (Exception e) { }",
                "handler.handle(caller, message)",
                "Signal.handle(new Signal(\"TERM\"), this::end)",
                "door.handle(request)"
            })
    void what_names_its_exception_or_throws_it_on_is_none(String code) {
        assertThat(catchAlls(code)).isEmpty();
    }

    /** The places where exceptions of any kind stop. One that is thrown on, perhaps as another, does not. */
    private static Stream<String> catchAlls(String source) {
        String code = COMMENT.matcher(source).replaceAll(" ");
        Stream<String> blocks = CATCH.matcher(code)
                .results()
                .filter(found -> !found.group(2).equals("throw") && namesAll(found.group(1)))
                .map(found -> "catch (" + found.group(1) + ")");
        return Stream.concat(blocks, FUTURE.matcher(code).results().map(MatchResult::group));
    }

    private static boolean namesAll(String types) {
        return Arrays.stream(types.split("\\|"))
                .flatMap(type -> Arrays.stream(type.strip().split("\\s+")))
                .anyMatch(word -> ALL.contains(word.replace("java.lang.", "")));
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
