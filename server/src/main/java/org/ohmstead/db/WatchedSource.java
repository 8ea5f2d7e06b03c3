package org.ohmstead.db;

import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * Opens SQLite's file only while it is the one that the server has open. A connection to an empty file that stands in its place
 * would delete the log beside it, and with it what was committed and not copied into the file yet.
 */
final class WatchedSource extends SQLiteDataSource {
    private final FileWatch watch;

    WatchedSource(SQLiteConfig config, FileWatch watch) {
        super(config);
        this.watch = watch;
    }

    @Override
    public SQLiteConnection getConnection(String user, String password) throws SQLException {
        Optional<String> fault = watch.look();
        if (fault.isPresent()) {
            throw new SQLException(fault.get());
        }
        return super.getConnection(user, password);
    }
}
