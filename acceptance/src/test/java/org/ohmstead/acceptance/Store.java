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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

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
            Postgres postgres = new Postgres(EmbeddedPostgres.start());
            postgres.makeDatabase();
            return postgres;
        } catch (SQLException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A column of time. */
    Instant time(ResultSet row, int column) throws SQLException;

    /** Makes something of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    default <T> List<T> rows(String sql, Reader<T> reader) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The only number that a query gives. */
    default long count(String sql) {
        return rows(sql, row -> row.getLong(1)).getFirst();
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
        public Instant time(ResultSet row, int column) throws SQLException {
            return OffsetDateTime.parse(row.getString(column).replace(' ', 'T')).toInstant();
        }

        @Override
        public void close() {}
    }

    /** An ordinary role owns the database, so that row policies hold for the server; {@link #connect} passes them by. */
    record Postgres(EmbeddedPostgres server) implements Store {
        private static final String NAME = "ohmstead";

        private void makeDatabase() throws SQLException {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role " + NAME + " login password '" + NAME + "'");
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }

        @Override
        public String flag() {
            return "--database=postgresql://" + NAME + ":" + NAME + "@127.0.0.1:" + server.getPort() + "/" + NAME;
        }

        @Override
        public Connection connect() throws SQLException {
            return server.getDatabase("postgres", NAME).getConnection();
        }

        @Override
        public Instant time(ResultSet row, int column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
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
