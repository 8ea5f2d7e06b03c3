package org.ohmstead.bench.rig;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database under the server. */
public sealed interface Database extends AutoCloseable permits Database.Sqlite, Postgres {
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
            case POSTGRESQL -> Postgres.start(folder.resolve("postgres"));
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
}
