package org.ohmstead.db;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Copies SQLite's log into its file while the lane goes on writing. Left to itself SQLite does that within a commit, every few
 * megabytes, and all stations wait for it.
 *
 * <p>It copies little and often: what it hands to the disk at once, the flush of the next commit stands in line behind. With a
 * copy every half second at ten thousand messages a second that was a tenth of a second each time, and the latency's p99.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Checkpoints.class.getName());
    private static final long SHORTEST_PAUSE = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(500).toNanos();
    private static final long WORTHWHILE = 16L << 20;
    /** Pages of the log that are copied at a time, about. */
    private static final int PIECE = 40;

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
        while (!closed) {
            if (isWorthwhile()) {
                copy();
            }
            LockSupport.parkNanos(this, LONGEST_PAUSE);
        }
    }

    private boolean isWorthwhile() {
        try {
            return Files.size(log) > WORTHWHILE;
        } catch (IOException e) {
            LOG.log(Level.TRACE, "There is no log at the moment", e);
            return false;
        }
    }

    /** Until it is closed. Passive: waits for nobody, and nobody for it. */
    private void copy() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            FileTime copied = FileTime.fromMillis(0);
            long pause = SHORTEST_PAUSE;
            int before = 0;
            while (!closed) {
                FileTime written = Files.getLastModifiedTime(log);
                if (written.equals(copied)) {
                    pause = LONGEST_PAUSE;
                } else {
                    int now = copied(statement);
                    pause = pause(pause, now >= before ? now - before : now);
                    before = now;
                    copied = written;
                }
                LockSupport.parkNanos(this, pause);
            }
        } catch (SQLException | IOException e) {
            LOG.log(Level.DEBUG, "The log of the database was not copied; the next commit that has to will do it", e);
        }
    }

    /** @return how many pages of the log, from its beginning, stand in the file */
    private static int copied(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("pragma wal_checkpoint(passive)")) {
            return row.next() ? row.getInt("checkpointed") : 0;
        }
    }

    /** Longer where less than a piece came together in the last one, shorter where more did. */
    private static long pause(long last, int pages) {
        return Math.clamp(pages < PIECE ? last * 2 : last / 2, SHORTEST_PAUSE, LONGEST_PAUSE);
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
