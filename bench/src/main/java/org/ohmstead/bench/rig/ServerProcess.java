package org.ohmstead.bench.rig;

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
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The packaged server in a process of its own; can be killed and started again on its data. */
public final class ServerProcess implements AutoCloseable {
    private static final String SQLITE = "--database=sqlite:";
    private static final Duration START = Duration.ofSeconds(60);

    private final Path jar;
    private final Path folder;
    private final Cores cores;
    private final List<String> flags;
    private final List<String> jvmFlags;
    private final int port;
    private @Nullable Process process;
    private boolean ended;

    /**
     * @param jar quarkus-run.jar; beside it lie the JVM's flags and its AOT cache
     * @param folder where it runs and logs
     */
    public ServerProcess(Path jar, Path folder, Cores cores, List<String> jvmFlags, List<String> flags)
            throws IOException {
        this.jar = jar.toAbsolutePath();
        this.folder = folder;
        this.cores = cores;
        this.jvmFlags = jvmFlags;
        this.flags = flags;
        this.port = freePort();
    }

    /** At which nobody listens now. */
    public static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Starts it as {@code ./ohmstead serve} does, without waiting for anything. */
    public synchronized void launch() throws IOException {
        if (ended) {
            throw new IllegalStateException("the bench is ending");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + jar.resolveSibling("jvm.args"),
                "-XX:AOTCache=" + jar.resolveSibling("ohmstead.aot")));
        command.addAll(jvmFlags);
        command.addAll(List.of("-jar", jar.toString(), "--port=" + port));
        command.addAll(flags);
        ProcessBuilder builder = new ProcessBuilder(cores.forServer(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
        // What is measured is what the command line says, whatever else is set here.
        builder.environment().keySet().removeIf(name -> name.startsWith("OHMSTEAD_"));
        process = builder.start();
    }

    /** Starts it and waits until it says that it is ready. */
    public void start() throws IOException, InterruptedException, TimeoutException {
        launch();
        awaitReady(START);
    }

    public void awaitReady(Duration atMost) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + atMost.toNanos();
        try (Api api = api()) {
            while (!api.isReady()) {
                if (!process().isAlive()) {
                    throw new IllegalStateException(
                            "the server ended with " + process().exitValue() + ": " + log());
                }
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("the server was not ready after " + atMost + ": " + log());
                }
                Thread.sleep(20);
            }
        }
    }

    public boolean isAlive() {
        return process().isAlive();
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process().destroyForcibly();
        process().waitFor();
    }

    /** kill -9, if it runs, and no start any more. */
    synchronized void endForGood() {
        ended = true;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(15, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** How many stations it says are connected. */
    public long connectedStations() throws IOException, InterruptedException {
        try (Api api = api()) {
            return (long) api.metric("ohmstead_stations_connected");
        }
    }

    public ProcessFacts facts() {
        return new ProcessFacts(process().pid());
    }

    /** Its API, as whoever works on this machine, who may do everything. */
    public Api api() {
        return new Api(http(), key());
    }

    /** The key of this machine, beside the database; empty: the server has not made it yet. */
    public String key() {
        Path database = flags.stream()
                .filter(flag -> flag.startsWith(SQLITE))
                .map(flag -> Path.of(flag.substring(SQLITE.length())))
                .findFirst()
                .orElse(Path.of("data", "ohmstead.db"));
        Path file = folder.resolve(database).resolveSibling("admin-key");
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI http() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** All that it has printed, over all its lives. */
    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }

    private Process process() {
        if (process == null) {
            throw new IllegalStateException("the server was not started yet");
        }
        return process;
    }

    private Path logFile() {
        return folder.resolve("server.out");
    }
}
