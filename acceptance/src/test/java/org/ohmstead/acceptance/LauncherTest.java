package org.ohmstead.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, run as a user runs it: what it says and how it ends, without building or starting anything. */
final class LauncherTest {
    private static final Path LAUNCHER = Path.of(System.getProperty("ohmstead.root"), "ohmstead");
    private static final List<String> COMMANDS =
            List.of("serve", "demo", "simulate", "admin", "bench", "build", "test", "dev", "--version", "--help");

    @TempDir
    Path dir;

    private Path old;

    @BeforeEach
    void a_machine_with_a_jdk_17() throws IOException {
        old = jdk("jvm/old", "17.0.15");
    }

    @Test
    void help_lists_every_command_with_one_line() {
        var run = run("--help");
        assertThat(run.code()).isZero();
        assertThat(COMMANDS).allSatisfy(command -> assertThat(run.out().lines())
                .filteredOn(line -> line.startsWith("  " + command + " "))
                .as(command)
                .hasSize(1));
    }

    @Test
    void an_unknown_command_is_refused_in_one_line() {
        var run = run("srve");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("no such command: srve", "--help");
    }

    @Test
    void without_a_new_enough_jdk_one_line_says_what_is_missing_and_where_to_get_it() {
        for (var command : List.of("serve", "demo", "simulate", "bench", "build", "test", "dev")) {
            var run = run(command);
            assertThat(run.code()).as(command).isEqualTo(1);
            assertThat(run.err().lines())
                    .as(command)
                    .singleElement()
                    .asString()
                    .contains("needs a JDK 25 or newer", "only 17.0.15", "https://adoptium.net", "JAVA_HOME");
            assertThat(run.out()).as(command).isEmpty();
        }
    }

    @Test
    void a_new_enough_jdk_is_found_where_systems_keep_theirs_even_when_java_home_and_path_are_old() throws IOException {
        var recent = jdk("jvm/recent", "25.0.1");
        assertThat(run("--version").out()).contains("JDK 25.0.1 in " + recent);
    }

    @Test
    void java_home_comes_before_the_path_and_the_path_before_the_rest() throws IOException {
        var chosen = jdk("chosen", "26");
        var onPath = jdk("on-path", "25.0.2");
        jdk("jvm/recent", "25.0.1");
        assertThat(run(chosen, onPath, "--version").out()).contains("JDK 26 in " + chosen);
        assertThat(run(old, onPath, "--version").out()).contains("JDK 25.0.2 in " + onPath);
    }

    @Test
    void a_runtime_without_a_compiler_does_not_count() throws IOException {
        Files.delete(jdk("jvm/jre", "25.0.1").resolve("bin/javac"));
        assertThat(run("--version").out()).contains("no JDK 25 found");
    }

    @Test
    void it_finds_its_own_directory_through_a_symbolic_link() throws IOException {
        var link = Files.createSymbolicLink(dir.resolve("link"), LAUNCHER);
        assertThat(start(link, old, old, "--version").out()).startsWith("Ohmstead 0.");
        Files.delete(link);
    }

    @Test
    void help_builds_nothing_and_comes_from_docs_where_nothing_is_built() throws IOException {
        var place = Files.createDirectories(dir.resolve("fresh"));
        var launcher = Files.copy(LAUNCHER, place.resolve("ohmstead"));
        Files.writeString(place.resolve("mvnw"), "#!/bin/sh\ntouch built\nexit 1\n")
                .toFile()
                .setExecutable(true);
        Files.writeString(place.resolve("pom.xml"), "<version>1</version>\n");
        Files.createDirectory(place.resolve("docs"));
        for (var page : List.of("settings", "simulator", "bench")) {
            Files.writeString(place.resolve("docs").resolve(page + ".md"), "this is " + page + "\n");
        }
        var recent = jdk("jvm/recent", "25.0.1");
        var pages = Map.of("serve", "settings", "demo", "settings", "simulate", "simulator", "bench", "bench");
        pages.forEach((command, page) -> {
            for (var help : List.of("--help", "-h")) {
                var run = start(launcher, recent, old, command, help);
                assertThat(run.code()).as(run.err()).isZero();
                assertThat(run.out()).isEqualTo("this is " + page + "\n");
                assertThat(run.err()).contains("not built yet");
            }
        });
        assertThat(place.resolve("built")).doesNotExist();
    }

    @Test
    void help_of_what_is_built_is_its_own_however_old_it_is() throws IOException {
        var place = Files.createDirectories(dir.resolve("stale"));
        var launcher = Files.copy(LAUNCHER, place.resolve("ohmstead"));
        Files.writeString(place.resolve("pom.xml"), "<version>1</version>\n");
        Files.createDirectories(place.resolve("bench/target"));
        Files.writeString(place.resolve("bench/target/ohmstead-bench-1.jar"), "");
        var recent = jdk("jvm/recent", "25.0.1");
        Files.writeString(recent.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n");
        assertThat(start(launcher, recent, old, "bench", "--quick", "--help").out())
                .contains("org.ohmstead.bench.Main --quick --help", "-cp bench/target/ohmstead-bench-1.jar:");
    }

    @Test
    void demo_has_a_database_of_its_own_and_lets_its_stations_end_before_the_server() throws Exception {
        var place = Files.createDirectories(dir.resolve("demo"));
        var launcher = Files.copy(LAUNCHER, place.resolve("ohmstead"));
        Files.writeString(place.resolve("pom.xml"), "<version>1</version>\n");
        for (var built : List.of("server/target/quarkus-app/jvm.args", "simulator/target/ohmstead-simulator-1.jar")) {
            Files.createDirectories(place.resolve(built).getParent());
            Files.writeString(place.resolve(built), "");
        }
        var recent = jdk("jvm/recent", "25.0.1");
        // Stations need a moment to end what charges; a server that was told at once would be gone by then.
        Files.writeString(recent.resolve("bin/java"), """
                #!/bin/sh
                echo "$@" >> started
                case "$*" in *quarkus-run*) name=server ends=0 ;; *) name=stations ends=1 ;; esac
                trap 'sleep $ends; echo $name >> ended; exit 0' TERM
                while :; do sleep 0.1; done
                """);
        var curl = Files.writeString(old.resolve("bin/curl"), "#!/bin/sh\ngrep -q quarkus-run started 2>/dev/null\n");
        assertThat(curl.toFile().setExecutable(true)).isTrue();
        var builder = builder(launcher, recent, old, "demo", "--port=18181");
        var demo = builder.start();
        try {
            Await.until(
                    "both run",
                    () -> Files.readAllLines(place.resolve("started"), UTF_8).size() == 2);
            demo.destroy();
            assertThat(demo.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(demo.exitValue()).isEqualTo(143);
        } finally {
            Stream.concat(demo.descendants(), Stream.of(demo.toHandle())).forEach(ProcessHandle::destroyForcibly);
        }
        assertThat(Files.readAllLines(place.resolve("started")).getFirst())
                .contains("--database=sqlite:data/demo/ohmstead.db --port=18181");
        assertThat(Files.readAllLines(place.resolve("ended"))).containsExactly("stations", "server");
    }

    @Test
    void admin_asks_the_server_whether_its_audit_log_is_whole_and_shows_no_key_to_lists_of_processes()
            throws IOException {
        var asked = dir.resolve("asked");
        executable(old.resolve("bin/curl"), """
                echo "$@" >> ASKED
                cat >> ASKED
                case "$*" in
                    *:18182/*) printf '{"ok":true,"lines":7}\\n200' ;;
                    *:18183/*) printf '{"ok":false}\\n200' ;;
                    *) exit 7 ;;
                esac
                """.replace("ASKED", asked.toString()));
        Files.writeString(dir.resolve("admin-key"), "omk_secret\n");
        var whole = verifyAudit("18182");
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(whole.out()).isEqualTo("{\"ok\":true,\"lines\":7}\n");
        var broken = verifyAudit("18183");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("NOT whole");
        var none = verifyAudit("18184");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("did not answer at http://127.0.0.1:18184");
        var lines = Files.readAllLines(asked);
        assertThat(lines)
                .filteredOn(line -> line.contains("omk_secret"))
                .allMatch(line -> line.startsWith("header = "));
        assertThat(lines)
                .filteredOn(line -> line.contains("/api/v1/audit-logs/verification"))
                .hasSize(3);
        assertThat(start(LAUNCHER, old, old, "admin", "verify").code()).isEqualTo(2);
    }

    private Run verifyAudit(String port) {
        return start(
                LAUNCHER,
                old,
                old,
                "admin",
                "verify-audit",
                "--port=" + port,
                "--database=sqlite:" + dir.resolve("ohmstead.db"));
    }

    @Test
    void without_npm_the_server_is_built_without_its_dashboard_until_npm_is_there() throws Exception {
        var place = Files.createDirectories(dir.resolve("no-npm/dashboard")).getParent();
        var launcher = Files.copy(LAUNCHER, place.resolve("ohmstead"));
        Files.writeString(place.resolve("pom.xml"), "<version>1</version>\n");
        Files.writeString(place.resolve("dashboard/package.json"), "{}\n");
        executable(place.resolve("mvnw"), """
                echo "$@" >> asked
                mkdir -p server/target/quarkus-app simulator/target
                touch server/target/quarkus-app/jvm.args simulator/target/ohmstead-simulator-1.jar
                """);
        var recent = jdk("jvm/recent", "25.0.1");
        executable(recent.resolve("bin/java"), "exit 0\n");
        var tools = Files.createDirectory(place.resolve("bin"));
        for (var tool : List.of("sh", "basename", "cat", "date", "dirname", "find", "head", "mkdir", "sed", "touch")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/bin", tool));
        }

        assertThat(runWith(tools, launcher, recent, "serve").err())
                .contains("npm is not on the PATH", "https://nodejs.org", "built without its dashboard");
        assertThat(runWith(tools, launcher, recent, "serve").err()).doesNotContain("building");
        assertThat(Files.readAllLines(place.resolve("asked")))
                .singleElement()
                .asString()
                .contains("-Ddashboard.skip=true");
        assertThat(runWith(tools, launcher, recent, "test").err())
                .contains("needs npm")
                .hasLineCount(1);

        executable(tools.resolve("npm"), "exit 9\n");
        assertThat(runWith(tools, launcher, recent, "serve").err()).contains("building");
        assertThat(Files.readAllLines(place.resolve("asked")).getLast()).doesNotContain("dashboard.skip");
    }

    private static void executable(Path file, String script) throws IOException {
        assertThat(Files.writeString(file, "#!/bin/sh\n" + script).toFile().setExecutable(true))
                .isTrue();
    }

    private Run runWith(Path tools, Path launcher, Path javaHome, String command) throws Exception {
        var builder = builder(launcher, javaHome, old, command);
        builder.environment().put("PATH", tools.toString());
        var process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(dir.resolve("out"), UTF_8),
                Files.readString(dir.resolve("err"), UTF_8));
    }

    private Path jdk(String name, String version) throws IOException {
        var home = dir.toRealPath().resolve(name);
        var bin = Files.createDirectories(home.resolve("bin"));
        for (var program : List.of("java", "javac")) {
            var file = Files.writeString(bin.resolve(program), "#!/bin/sh\necho must not run >&2\nexit 9\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Run run(String command) {
        return run(old, old, command);
    }

    private Run run(Path javaHome, Path onPath, String command) {
        return start(LAUNCHER, javaHome, onPath, command);
    }

    private Run start(Path launcher, Path javaHome, Path onPath, String... command) {
        try {
            return ended(builder(launcher, javaHome, onPath, command).start());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Run ended(Process process) throws IOException {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                        .forEach(ProcessHandle::destroyForcibly);
                throw new AssertionError(process.info() + " did not end");
            }
            return new Run(
                    process.exitValue(),
                    Files.readString(dir.resolve("out"), UTF_8),
                    Files.readString(dir.resolve("err"), UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private ProcessBuilder builder(Path launcher, Path javaHome, Path onPath, String... command) {
        var builder = new ProcessBuilder(Stream.concat(Stream.of("/bin/sh", launcher.toString()), Stream.of(command))
                        .toList())
                .directory(dir.toFile())
                .redirectOutput(dir.resolve("out").toFile())
                .redirectError(dir.resolve("err").toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        dir.toString(),
                        "JAVA_HOME",
                        javaHome.toString(),
                        "PATH",
                        onPath.resolve("bin") + ":/usr/bin:/bin",
                        "OHMSTEAD_JDK_SEARCH",
                        dir.resolve("nowhere") + "/*:" + dir.resolve("jvm") + "/*"));
        return builder;
    }

    private record Run(int code, String out, String err) {}
}
