package org.ohmstead.bench.rig;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The database under the server. */
public sealed interface Database extends AutoCloseable {
    /** Which kinds there are, as the command line names them. */
    enum Kind {
        SQLITE("SQLite"),
        POSTGRESQL("PostgreSQL");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Its name, as people write it. */
        public String words() {
            return words;
        }
    }

    Kind kind();

    /** The server's flag. */
    String flag();

    /** A connection of the bench's own, beside the server's. */
    Connection connect() throws SQLException;

    @Override
    void close();

    /** A new and empty one. */
    static Database open(Kind kind, Path folder) throws IOException {
        return switch (kind) {
            case SQLITE -> new Sqlite(folder.resolve("ohmstead.db"));
            case POSTGRESQL -> Postgres.start();
        };
    }

    /** A file beside the server, with its settings: every commit is on disk before it returns. */
    record Sqlite(Path file) implements Database {
        @Override
        public Kind kind() {
            return Kind.SQLITE;
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + file);
        }

        @Override
        public String flag() {
            return "--database=sqlite:" + file;
        }

        @Override
        public void close() {}
    }

    /** PostgreSQL with the durability that it has when it is installed, in processes on the load's core. */
    record Postgres(EmbeddedPostgres server) implements Database {
        private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

        /** Embedded, it starts with fsync and synchronous_commit off; both are put right, and looked at. */
        static Postgres start() throws IOException {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
            DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
            Postgres postgres = new Postgres(builder.start());
            postgres.assertDurable();
            return postgres;
        }

        @Override
        public Kind kind() {
            return Kind.POSTGRESQL;
        }

        @Override
        public Connection connect() throws SQLException {
            return server.getPostgresDatabase().getConnection();
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
        public String flag() {
            return "--database=postgresql://postgres:postgres@127.0.0.1:" + server.getPort() + "/postgres";
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
}
