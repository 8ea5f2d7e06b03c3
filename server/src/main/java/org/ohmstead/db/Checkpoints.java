package org.ohmstead.db;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Copies SQLite's log into its file while the lane goes on writing. Left to itself SQLite does that within a commit, every few
 * megabytes, and all stations wait for it.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Checkpoints.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final long WORTHWHILE = 16L << 20;

    private final Path log;
    private final DataSource source;
    private final Thread thread;
    private volatile boolean closed;

    /** @param log the file in which SQLite keeps it */
    Checkpoints(Path log, DataSource source) {
        this.log = log;
        this.source = source;
        this.thread = Thread.ofPlatform().name("checkpoints").daemon().start(this::run);
    }

    private void run() {
        FileTime copied = FileTime.fromMillis(0);
        while (!closed) {
            LockSupport.parkNanos(this, BETWEEN_LOOKS.toNanos());
            try {
                FileTime written = Files.getLastModifiedTime(log);
                if (!closed && !written.equals(copied) && Files.size(log) > WORTHWHILE) {
                    copy();
                    copied = written;
                }
            } catch (IOException e) {
                LOG.log(Level.TRACE, "There is no log at the moment", e);
            }
        }
    }

    /** Passive: waits for nobody, and nobody for it. */
    private void copy() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(passive)");
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The log of the database was not copied; the next commit that has to will do it", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
