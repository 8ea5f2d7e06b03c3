package org.ohmstead.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.Await;
import org.sqlite.SQLiteDataSource;

class CheckpointsTest {
    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void a_long_log_is_copied_into_the_file_and_so_is_what_comes_later() throws SQLException {
        Path file = folder.resolve("a.db");
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        try (Connection writer = source.getConnection();
                Statement statement = writer.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma wal_autocheckpoint = 0"); // nobody else copies
            statement.execute("create table t (b blob)");
            write(writer, 20);
            try (Checkpoints checkpoints = new Checkpoints(file, source)) {
                Await.until(() -> size(file) > 20 * MIB);
                write(writer, 5);
                Await.until(() -> size(file) > 25 * MIB);
            }
        }
    }

    private static void write(Connection writer, int mib) throws SQLException {
        try (PreparedStatement insert = writer.prepareStatement("insert into t values (zeroblob(" + MIB + "))")) {
            for (int i = 0; i < mib; i++) {
                insert.execute();
            }
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
