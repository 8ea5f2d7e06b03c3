package org.ohmstead.bench.rig;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL with the durability that it has when it is installed, in processes on the load's core. */
public final class Postgres implements Database {
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final Path data;
    private EmbeddedPostgres server;

    private Postgres(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /** Embedded, it starts with fsync and synchronous_commit off; both are put right, and looked at. */
    static Postgres start(Path data) throws IOException {
        Postgres postgres = new Postgres(data, builder(data).start());
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
        return "--database=postgresql://postgres:postgres@127.0.0.1:" + server.getPort() + "/postgres";
    }

    @Override
    public Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** kill -9 of all its processes, and a start on what they left. */
    public void killAndStart() throws IOException, InterruptedException {
        int port = server.getPort();
        signal("-KILL");
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        // It lets go of its lock on the folder, and leaves what is in there.
        server.close();
        server = builder(data).setPort(port).start();
        assertDurable();
    }

    /** It stands still, and keeps its connections, for some time. */
    public void freeze(Duration time) throws IOException, InterruptedException {
        signal("-STOP");
        try {
            Thread.sleep(time);
        } finally {
            signal("-CONT");
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle parent = ProcessHandle.of(postmaster)
                .orElseThrow(() -> new IOException("PostgreSQL does not run as process " + postmaster));
        List<ProcessHandle> all =
                Stream.concat(Stream.of(parent), parent.descendants()).toList();
        for (ProcessHandle one : all) {
            new ProcessBuilder("kill", signal, String.valueOf(one.pid()))
                    .start()
                    .waitFor();
        }
        if (signal.equals("-KILL")) {
            all.forEach(one -> one.onExit().join());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
