package org.ohmstead.db;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells a database that is away, full or busy from a statement that is wrong. */
final class Outage {
    /**
     * Classes and states of PostgreSQL: connection lost, transaction rolled back (deadlock), resources exhausted, shut
     * down or cancelled (time-out) by the server, a disk that fails, a standby that takes no writes.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    private static final String READ_ONLY = "25006";

    /** SQLite's BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB. */
    private static final Set<Integer> SQLITE = Set.of(5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26);

    private Outage() {}

    static boolean shownBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreUnavailable || cause instanceof SQLException sql && away(sql)) {
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
