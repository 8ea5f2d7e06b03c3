package org.ohmstead.db;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The database cannot be opened, and waiting would not help. The message is for whoever started the server: which database,
 * what is wrong with it, and what to do; never a password.
 */
public final class DatabaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static DatabaseRefused of(DatabaseUrl url, Throwable failure) {
        return new DatabaseRefused("The database " + url + " " + words(failure), failure);
    }

    private static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof org.sqlite.SQLiteException sqlite) {
                return ofSqlite(sqlite);
            } else if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return ofPostgres(sql.getSQLState(), firstLine(sql));
            }
        }
        String said = firstLine(failure);
        return failure instanceof FlywayException && said.contains("non-empty schema")
                ? "holds tables that are not Ohmstead's; name another with --database."
                : "cannot be used (" + said + ").";
    }

    private static String ofSqlite(org.sqlite.SQLiteException failure) {
        String said = " (" + firstLine(failure) + ")";
        return switch (failure.getResultCode().code & 0xff) {
            case 5, 6 -> "is locked by another program, which did not let go of it; end that program, and start again.";
            case 3, 8, 14, 23 ->
                "cannot be opened for writing" + said + "; check the rights of the file and of its folder.";
            case 11, 26 ->
                "is damaged, or is no database" + said
                        + "; bring it back from a backup, or name another with --database.";
            case 13 -> "cannot grow, because the disk is full; make room, and start again.";
            default -> "cannot be read or written" + said + "; look at the disk that it is on.";
        };
    }

    private static String ofPostgres(String state, String said) {
        String advice =
                switch (state.substring(0, Math.min(2, state.length()))) {
                    case "25" ->
                        "takes no writes (%s), because it is a standby or set to be read only; name the primary server in"
                                + " --database.";
                    case "28" -> "refuses user name or password (%s); check both in --database.";
                    case "3D" -> "does not exist (%s); create it with: create database NAME.";
                    case "42" -> "does not let its user work in it (%s); make the user its owner.";
                    default -> "cannot be reached (%s); start it, or check host and port in --database.";
                };
        return advice.formatted(said);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElseGet(() -> failure.getClass().getSimpleName());
    }
}
