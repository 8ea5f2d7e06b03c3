package org.ohmstead.bench.rig;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL with the durability that it has when it is installed, in processes on the load's core. The server connects as an
 * ordinary role that owns its database, as it should where it matters: row policies hold for it.
 */
public final class Postgres implements Database {
    /** Of the role, its password and the database. */
    private static final String NAME = "ohmstead";

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final Path data;
    private EmbeddedPostgres server;
    private boolean closed;

    private Postgres(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /** Embedded, it starts with fsync and synchronous_commit off; both are put right, and looked at. */
    static Postgres start(Path data) throws IOException {
        Postgres postgres = new Postgres(data, builder(data).start());
        postgres.makeDatabase();
        postgres.assertDurable();
        return postgres;
    }

    private static EmbeddedPostgres.Builder builder(Path data) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60));
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        return builder;
    }

    private void makeDatabase() throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + NAME + " login password '" + NAME + "'");
            statement.execute("create database " + NAME + " owner " + NAME);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL makes no database for the server", e);
        }
    }

    private void assertDurable() throws IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                try (ResultSet row = statement.executeQuery("show " + setting)) {
                    if (!row.next() || !"on".equals(row.getString(1))) {
                        throw new IOException("PostgreSQL runs with " + setting + " off: figures would be lies");
                    }
                }
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL cannot be asked for its settings", e);
        }
    }

    @Override
    public Kind kind() {
        return Kind.POSTGRESQL;
    }

    @Override
    public String flag() {
        return "--database=postgresql://" + NAME + ":" + NAME + "@127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    @Override
    public Connection connect() throws SQLException {
        return server.getDatabase("postgres", NAME).getConnection();
    }

    /** kill -9 of all its processes, and a start on what they left. */
    public synchronized void killAndStart() throws IOException {
        if (closed) {
            throw new IOException("the bench is ending");
        }
        int port = server.getPort();
        List<ProcessHandle> all = stopped();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        // It lets go of its lock on the folder, and leaves what is in there.
        server.close();
        server = builder(data).setPort(port).start();
        assertDurable();
    }

    /** It stands still, and keeps its connections, for some time. */
    public void freeze(Duration time) throws IOException, InterruptedException {
        List<ProcessHandle> all = stopped();
        Runnable goOn = () -> all.forEach(one -> signal(one, "-CONT"));
        try {
            // For the case that the bench is interrupted: what is frozen cannot be ended either.
            Runtime.getRuntime().addShutdownHook(new Thread(goOn));
            Thread.sleep(time);
        } finally {
            goOn.run();
        }
    }

    /** All its processes, stopped; the first of them first, so that it starts no other meanwhile. */
    private List<ProcessHandle> stopped() throws IOException {
        ProcessHandle first = postmaster().orElseThrow(() -> new IOException("PostgreSQL does not run"));
        signal(first, "-STOP");
        List<ProcessHandle> all =
                Stream.concat(Stream.of(first), first.descendants()).toList();
        all.forEach(one -> signal(one, "-STOP"));
        return all;
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path file = data.resolve("postmaster.pid");
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(file).getFirst().strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** One that has ended meanwhile is no failure. */
    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            server.close();
            // That waits five seconds, and a last checkpoint after much load may take longer; and it does not know of
            // one that was just being started when the bench was interrupted.
            postmaster().ifPresent(one -> {
                signal(one, "-INT");
                one.onExit().orTimeout(60, TimeUnit.SECONDS).join();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
