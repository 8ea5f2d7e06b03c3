package org.ohmstead.db;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.SupervisedThread;

/**
 * Copies SQLite's log into its file while the lane goes on writing. Left to itself SQLite does that within a commit, every few
 * megabytes, and all stations wait for it.
 *
 * <p>It copies little and often, because the flush of the next commit stands in line behind what is handed to the disk. And it
 * flushes the file each time: SQLite itself does that only with the copy that reaches the end of the log, which is the lane's,
 * and then it is a tenth of a second for all that was copied before.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Checkpoints.class.getName());
    private static final long SHORTEST_PAUSE = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(500).toNanos();
    private static final long WORTHWHILE = 16L << 20;
    /** Pages of the log that are copied at a time, about. */
    private static final int PIECE = 40;

    private final Path file;
    private final Path log;
    private final DataSource source;
    private final SupervisedThread thread;
    /**
     * Only to be flushed. It has to stay open for as long as any connection is: on POSIX systems, closing a file ends all locks
     * that the process has on it, SQLite's too.
     */
    private @Nullable FileChannel open;

    private volatile boolean stopped;

    /** @param file the database's, which need not be there yet */
    Checkpoints(Path file, DataSource source) {
        this.file = file;
        this.log = Path.of(file + "-wal");
        this.source = source;
        this.thread = SupervisedThread.platform("checkpoints", this::run);
    }

    private void run() {
        while (!stopped) {
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

    /** Until it is stopped. Passive: waits for nobody, and nobody for it. */
    private void copy() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            FileChannel data = opened();
            long pause = SHORTEST_PAUSE;
            int before = 0;
            while (!stopped) {
                int now = copied(statement);
                int fresh = now >= before ? now - before : now; // less: the log began anew
                if (fresh > 0) {
                    data.force(false);
                }
                pause = pause(pause, fresh);
                before = now;
                LockSupport.parkNanos(this, pause);
            }
        } catch (SQLException | IOException e) {
            LOG.log(Level.DEBUG, "The log of the database was not copied; the next commit that has to will do it", e);
        }
    }

    private FileChannel opened() throws IOException {
        FileChannel known = open;
        if (known == null) {
            known = FileChannel.open(
                    file, StandardOpenOption.WRITE); // Windows flushes nothing that was opened to be read
            open = known;
        }
        return known;
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

    /** Copies no more. While the connections are still open. */
    void stop() {
        stopped = true;
        thread.stop();
        thread.join();
    }

    SupervisedThread.State thread() {
        return thread.state();
    }

    /** Once no connection is open any more. */
    @Override
    public void close() {
        stop();
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The file of the database could not be closed", e);
        }
    }
}
