package org.ohmstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README and documents name is there: links, paths, packages, classes. A renamed class is renamed in them too. */
class DocumentsTest {
    private static final Path ROOT = Path.of(System.getProperty("ohmstead.root", ".."));

    /** Written like a class of ours, and words of the protocol, of HTTP or of the JVM. */
    private static final Set<String> NO_CLASSES = Set.of(
            "Basic",
            "Forwarded",
            "Host",
            "InternalError",
            "Rejected",
            "UnknownMessageId",
            "UnknownVendorId",
            "UseCompactObjectHeaders",
            "Via",
            "Voltage");

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z0-9]+[A-Za-z0-9]*");
    private static final Pattern MEMBER = Pattern.compile("([A-Z][a-z0-9]+[A-Za-z0-9]*)\\.([a-z]\\w*)");
    /** {@code app/StationEndpoint}, {@code charging/Sql…Store}, {@code ocpp.rpc.OcppLink}. */
    private static final Pattern IN_PACKAGE = Pattern.compile("([a-z0-9]+[./])+[A-Z][A-Za-z0-9…]*(\\.java)?");

    private static final Pattern PATH =
            Pattern.compile("(?:ocpp|server|simulator|acceptance|bench|docs)/[\\w./-]*[\\w/-]");
    private static final Pattern QUALIFIED = Pattern.compile("\\borg\\.ohmstead(?:\\.\\w+)*");
    private static final Pattern ONE_TEST = Pattern.compile("-Dtest='?(\\w+)");

    @Test
    void every_link_leads_somewhere() {
        assertThat(named(LINK, (document, link) -> !link.contains(":") && !leadsSomewhere(document, link)))
                .isEmpty();
    }

    @Test
    void every_class_that_is_named_exists() {
        Set<String> types = types();
        assertThat(types).contains("OcppLink", "GroupCommit");
        assertThat(named(
                        CODE,
                        (document, code) ->
                                CLASS.matcher(code).matches() && !NO_CLASSES.contains(code) && !types.contains(code)))
                .isEmpty();
        assertThat(named(CODE, (document, code) -> MEMBER.matcher(code).matches() && !isMember(code.split("\\."))))
                .isEmpty();
        assertThat(named(ONE_TEST, (document, test) -> !types.contains(test))).isEmpty();
    }

    @Test
    void every_path_and_every_package_that_is_named_exists() {
        Set<String> files = sources().collect(Collectors.toSet());
        assertThat(named(CODE, (document, code) -> IN_PACKAGE.matcher(code).matches() && !isIn(files, code)))
                .isEmpty();
        assertThat(named(
                        CODE,
                        (document, code) -> PATH.matcher(code).matches()
                                && !IN_PACKAGE.matcher(code).matches()
                                && !Files.exists(ROOT.resolve(code))))
                .isEmpty();
        assertThat(named(QUALIFIED, (document, name) -> !isIn(files, name))).isEmpty();
    }

    @Test
    void every_page_can_be_found_from_the_readme() {
        String readme = read(ROOT.resolve("README.md"));
        assertThat(walk(ROOT.resolve("docs"))
                        .map(page -> ROOT.relativize(page).toString())
                        .filter(page -> page.endsWith(".md") && !page.startsWith("docs/decisions/"))
                        .filter(page -> !readme.contains("(" + page + ")")))
                .isEmpty();
    }

    private static Stream<String> named(Pattern what, BiPredicate<Path, String> isWrong) {
        return documents().flatMap(document -> what.matcher(read(document))
                .results()
                .map(found -> found.group(found.groupCount() == 1 ? 1 : 0))
                .filter(name -> isWrong.test(document, name))
                .map(name -> ROOT.relativize(document) + ": " + name));
    }

    private static boolean leadsSomewhere(Path document, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? document : document.resolveSibling(path);
        return Files.exists(target) && (hash < 0 || anchors(read(target)).anyMatch(link.substring(hash + 1)::equals));
    }

    /** As GitHub makes them of headings. */
    private static Stream<String> anchors(String text) {
        return text.lines().filter(line -> line.startsWith("#")).map(line -> line.replaceAll("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-'));
    }

    private static boolean isMember(String[] name) {
        return paths().filter(file -> file.endsWith(name[0] + ".java"))
                .anyMatch(file -> read(file).matches("(?s).*\\b" + name[1] + "\\b.*"));
    }

    /** A class or a package; the dots of the three stand for whatever. */
    private static boolean isIn(Set<String> files, String name) {
        String path = name.replaceAll("\\.java$", "").replace('.', '/').replace("…", "\\w*");
        Pattern form = Pattern.compile("(?:.*/)?" + path + "(?:/.*)?");
        return files.stream().anyMatch(file -> form.matcher(file).matches());
    }

    private static Set<String> types() {
        Pattern type = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
        return paths().flatMap(file -> type.matcher(read(file)).results())
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Without their endings. */
    private static Stream<String> sources() {
        return paths().map(file -> ROOT.relativize(file).toString().replaceAll("\\.java$", ""));
    }

    private static Stream<Path> paths() {
        return Stream.of("ocpp", "server", "simulator", "acceptance", "bench")
                .flatMap(module -> walk(ROOT.resolve(module + "/src")))
                .filter(file -> file.toString().endsWith(".java"));
    }

    /** The changelog speaks of what was, and the notes on OCPP of words that are not ours. */
    private static Stream<Path> documents() {
        return Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "GLOSSARY.md").map(ROOT::resolve),
                walk(ROOT.resolve("docs"))
                        .filter(file -> file.toString().endsWith(".md")
                                && !file.toString().contains("docs/ocpp/")));
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
