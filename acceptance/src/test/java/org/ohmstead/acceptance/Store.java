package org.ohmstead.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database under a server, which a test may look into from outside. */
sealed interface Store extends AutoCloseable {

    /** The server's flag. */
    String flag();

    Connection connect() throws SQLException;

    @Override
    void close();

    static Store sqlite(Path folder) {
        return new Sqlite(folder.resolve("ohmstead.db"));
    }

    static Store postgres() {
        try {
            return new Postgres(EmbeddedPostgres.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only number that a query gives. */
    default long count(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    record Sqlite(Path file) implements Store {
        @Override
        public String flag() {
            return "--database=sqlite:" + file;
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + file);
        }

        @Override
        public void close() {}
    }

    record Postgres(EmbeddedPostgres server) implements Store {
        @Override
        public String flag() {
            return "--database=postgresql://postgres:postgres@127.0.0.1:" + server.getPort() + "/postgres";
        }

        @Override
        public Connection connect() throws SQLException {
            return server.getPostgresDatabase().getConnection();
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
