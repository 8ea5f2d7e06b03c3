package org.ohmstead.db;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** Tells a database that is away, full or busy from a statement that is wrong. */
public final class Outage {
    /** SQLITE_BUSY, whatever its further bits say. */
    private static final int BUSY = 5;

    /**
     * Classes and states of PostgreSQL: connection lost, transaction rolled back (deadlock), resources exhausted, shut
     * down or cancelled (time-out) by the server, a disk that fails, a standby that takes no writes.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    private static final String READ_ONLY = "25006";

    /** SQLite's BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB. */
    private static final Set<Integer> SQLITE = Set.of(5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26);

    /** The second: there is no room for the file beside the database that its processes share. */
    private static final Set<SQLiteErrorCode> NO_ROOM =
            Set.of(SQLiteErrorCode.SQLITE_FULL, SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);

    private Outage() {}

    public static boolean shownBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreUnavailable || cause instanceof SQLException sql && away(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is we who refuse to write: the connections are as good as they were. */
    public static boolean isOurWord(Throwable failure) {
        return failure instanceof StoreUnavailable && failure.getCause() == null;
    }

    /** What to tell of it: our own sentence, or the database's. */
    public static String wordsOf(Throwable failure) {
        return isOurWord(failure) ? String.valueOf(failure.getMessage()) : rootOf(failure);
    }

    /** Whether the server answers and is a standby, or was set to take no writes: waiting seldom helps. */
    static boolean isReadOnly(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && READ_ONLY.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a lock of SQLite was not to be had. */
    static boolean isLocked(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof org.sqlite.SQLiteException sqlite && (sqlite.getResultCode().code & 0xff) == BUSY) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is no room left on the disk, which somebody may make without knowing of us. */
    static boolean isFullDisk(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof org.sqlite.SQLiteException sqlite && NO_ROOM.contains(sqlite.getResultCode())) {
                return true;
            }
        }
        return false;
    }

    /** A failure in the words of an outage, where it is one; else as it is. */
    static RuntimeException told(RuntimeException failure) {
        return shownBy(failure) && !(failure instanceof StoreUnavailable)
                ? new StoreUnavailable("The database is not available: " + rootOf(failure), failure)
                : failure;
    }

    /** What is at the bottom of a failure, in one line. */
    static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString().lines().findFirst().orElse("unknown");
    }

    private static boolean away(SQLException failure) {
        if (failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException) {
            return true;
        }
        if (failure instanceof org.sqlite.SQLiteException sqlite) {
            return SQLITE.contains(sqlite.getResultCode().code & 0xff);
        }
        String state = failure.getSQLState();
        return state != null
                && (state.equals(READ_ONLY) || state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
