package org.ohmstead.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * Whether SQLite's file still stands where it was opened. One that was moved away or deleted can be written to for ever, as far
 * as the system is concerned, and nobody would ever read it again.
 */
final class FileWatch {
    private static final long SELDOM = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final Runnable back;
    private @Nullable Object key;
    private long lookedAt;
    private Optional<String> fault = Optional.empty();

    /** @param back told when the file stands again where it was: who opened one meanwhile has another one */
    FileWatch(Path file, Runnable back) {
        this.file = file;
        this.back = back;
    }

    /** The file that stands there now is the one that is open. */
    synchronized void begin() {
        try {
            key = key();
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the database cannot be looked at: " + file, e);
        }
        lookedAt = System.nanoTime();
    }

    /** What is wrong and what to do, in a sentence; looked at once a second at most. */
    synchronized Optional<String> fault() {
        long now = System.nanoTime();
        if (now - lookedAt >= SELDOM) {
            lookedAt = now;
            boolean wasAway = fault.isPresent();
            fault = look();
            if (wasAway && fault.isEmpty()) {
                back.run();
            }
        }
        return fault;
    }

    /** As {@link #fault()}, but right now. */
    synchronized Optional<String> look() {
        try {
            Object now = key(); // null where the system has no such thing: then it is enough that there is a file
            return now == null || key == null || now.equals(key) ? Optional.empty() : Optional.of(replaced());
        } catch (NoSuchFileException e) {
            return Optional.of(gone());
        } catch (IOException e) {
            return Optional.empty(); // a disk that fails says so with the next write
        }
    }

    private @Nullable Object key() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private String gone() {
        return "The file " + file
                + " was moved away or deleted while the server has it open. Bring that very file back to its place, and"
                + " it goes on by itself; if it is lost, restart the server, which begins with what stands there then";
    }

    private String replaced() {
        return "At the place of the file " + file
                + " stands another one than the server has open. Bring the one that was there back, and it goes on by itself;"
                + " or restart the server to take the new one";
    }

    /**
     * Opens the file only while it is the one that the server has open. A connection to an empty file that stands in its place
     * would delete the log beside it, and with it what was committed and not copied into the file yet.
     */
    SQLiteDataSource source(SQLiteConfig config) {
        return new SQLiteDataSource(config) {
            @Override
            public SQLiteConnection getConnection(String user, String password) throws SQLException {
                Optional<String> wrong = look();
                if (wrong.isPresent()) {
                    throw new SQLException(wrong.get());
                }
                return super.getConnection(user, password);
            }
        };
    }
}
