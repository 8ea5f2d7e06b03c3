package org.ohmstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages of all modules, by their sources: none is too large to find one's way in, and none knows itself by a detour. */
class LayoutTest {
    private static final int MOST_FILES = 25;
    /** One file for each message and type of the specification. */
    private static final Set<String> RECORDS_OF_MESSAGES = Set.of("org.ohmstead.ocpp.v16", "org.ohmstead.ocpp.v2");

    private static final Path ROOT = Path.of(System.getProperty("ohmstead.root", ".."));
    private static final Pattern TYPE = Pattern.compile("\\b(org\\.ohmstead(?:\\.[a-z0-9]+)*)\\.([A-Z]\\w*)");
    private static final Pattern NO_CODE =
            Pattern.compile("/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\n])*\"", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"ocpp", "simulator", "server", "bench"})
    void a_package_has_25_files_at_most(String module) {
        Map<String, Long> sizes = sources(module)
                .collect(Collectors.groupingBy(file -> packageOf(module, file), TreeMap::new, Collectors.counting()));
        sizes.keySet().removeAll(RECORDS_OF_MESSAGES);
        assertThat(sizes).isNotEmpty();
        sizes.values().removeIf(files -> files <= MOST_FILES);
        assertThat(sizes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocpp", "simulator", "server", "bench"})
    void packages_are_free_of_cycles(String module) {
        Map<String, Set<String>> knows = new TreeMap<>();
        sources(module).forEach(file -> knows.computeIfAbsent(packageOf(module, file), own -> new TreeSet<>())
                .addAll(packagesNamedIn(file)));
        knows.forEach((own, others) -> others.remove(own));
        assertThat(knows).isNotEmpty();
        assertThat(knows.keySet().stream().map(each -> wayBack(each, knows)).filter(way -> !way.isEmpty()))
                .isEmpty();
    }

    /** The shortest way from a package to itself; empty: there is none. */
    private static List<String> wayBack(String start, Map<String, Set<String>> knows) {
        Deque<List<String>> ways = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        ways.add(List.of(start));
        while (!ways.isEmpty()) {
            List<String> way = ways.remove();
            for (String next : knows.getOrDefault(way.getLast(), Set.of())) {
                List<String> longer = new ArrayList<>(way);
                Collections.addAll(longer, next);
                if (next.equals(start)) {
                    return longer;
                }
                if (seen.add(next)) {
                    ways.add(longer);
                }
            }
        }
        return List.of();
    }

    /** Not those of types that only a comment points to. */
    private static Set<String> packagesNamedIn(Path file) {
        String code = NO_CODE.matcher(text(file)).replaceAll("");
        String body = code.replaceAll("(?m)^(import|package) [^;]*;", "");
        Set<String> used = Pattern.compile("\\w+")
                .matcher(body)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        return TYPE.matcher(code)
                .results()
                .filter(found -> used.contains(found.group(2)) || isImportedStatically(code, found.group()))
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isImportedStatically(String code, String type) {
        return code.contains("import static " + type + ".");
    }

    private static String packageOf(String module, Path file) {
        return root(module).relativize(file.getParent()).toString().replace('/', '.');
    }

    private static Path root(String module) {
        return ROOT.resolve(module + "/src/main/java");
    }

    private static Stream<Path> sources(String module) {
        try (Stream<Path> all = Files.walk(root(module))) {
            return all
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
