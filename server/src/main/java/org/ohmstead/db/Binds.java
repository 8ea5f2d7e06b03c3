package org.ohmstead.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Sets the values of a statement in the types that a database has for them. */
final class Binds {
    private final boolean isSqlite;

    Binds(SQLDialect dialect) {
        this.isSqlite = dialect == SQLDialect.SQLITE;
    }

    void set(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant at ? time(at) : value);
        }
    }

    private Object time(Instant at) {
        return isSqlite ? SqliteTime.text(at) : at.atOffset(ZoneOffset.UTC);
    }
}
