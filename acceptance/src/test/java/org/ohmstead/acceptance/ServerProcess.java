package org.ohmstead.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged server in a process of its own, as a user starts it; can be killed and started again on its data. */
final class ServerProcess implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("ohmstead.root"));
    /** The packaged server; beside it lie its JVM's flags and AOT cache, which the launcher takes too. */
    static final Path JAR = ROOT.resolve("server/target/quarkus-app/quarkus-run.jar");

    /** A command line that runs a JVM as the launcher does. */
    static final List<String> JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + JAR.resolveSibling("jvm.args"));

    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private final List<String> flags;
    private Process process;

    private ServerProcess(Path folder, int port, List<String> flags) {
        this.folder = folder;
        this.port = port;
        this.flags = flags;
    }

    /** Starts one on SQLite, or on what a {@code --database} flag says, and waits until it is ready. */
    static ServerProcess start(Path folder, String... flags) {
        ServerProcess server = new ServerProcess(folder, freePort(), List.of(flags));
        server.launch();
        server.awaitReady();
        return server;
    }

    /** As {@link #start}, without waiting. */
    static ServerProcess launched(Path folder, String... flags) {
        ServerProcess server = new ServerProcess(folder, freePort(), List.of(flags));
        server.launch();
        return server;
    }

    /** Starts again with the same data, port and flags, and waits until it is ready. */
    void restart() {
        launch();
        awaitReady();
    }

    /** kill -9: no shutdown hook runs. */
    void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** SIGTERM, as an operator's service manager does. */
    void stop() {
        process.destroy();
        waitForEnd();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        waitForEnd();
        return process.exitValue();
    }

    /** As whoever works on this machine, who may do everything. */
    Api api() {
        return new Api(URI.create("http://127.0.0.1:" + port), key());
    }

    /** The key of this machine; empty: the server has not made it yet. */
    String key() {
        return Stream.of(folder.resolve("admin-key"), folder.resolve("data/admin-key"))
                .filter(Files::isReadable)
                .map(ServerProcess::text)
                .findFirst()
                .orElse("");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** To which a station appends its identity. */
    String stationUrl() {
        return "ws://127.0.0.1:" + port + "/ocpp";
    }

    Path sqliteFile() {
        return folder.resolve("ohmstead.db");
    }

    /** For a name that a signal has: {@code TERM}, {@code INT}. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that it has printed, over all its lives. */
    String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    void awaitReady() {
        Await.until("the server is ready; its log:\n" + log(), START, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended with " + process.exitValue() + ":\n" + log());
            }
            return api().get("/health/ready").status() == 200;
        });
    }

    private void launch() {
        List<String> command = new ArrayList<>(JVM);
        command.addAll(List.of(
                "-XX:AOTCache=" + JAR.resolveSibling("ohmstead.aot"),
                "-Xmx1g",
                "-jar",
                JAR.toString(),
                "--port=" + port));
        if (flags.stream().noneMatch(flag -> flag.startsWith("--database"))) {
            command.add("--database=sqlite:" + sqliteFile());
        }
        command.addAll(flags);
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        return folder.resolve("server.out");
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The server did not end within 30 s:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
