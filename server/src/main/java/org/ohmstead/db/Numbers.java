package org.ohmstead.db;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jooq.SQLDialect;

/**
 * Gives rows their ids before they are written, so that they can be put off like any other. An id that was given and not
 * committed may be given again; one that was committed never is, whatever is deleted.
 */
public final class Numbers {
    /** Many at a time, because each question is a round trip. */
    private static final String POSTGRES =
            "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, 100)";
    /** What was used last. It counts what was deleted too; no row: nothing yet. */
    private static final String SQLITE = "select seq from sqlite_sequence where name = ?";

    private final Writer writer;
    private final Map<String, Iterator<Long>> given = new HashMap<>();

    Numbers(Writer writer) {
        this.writer = writer;
    }

    public long next(String table) throws SQLException {
        Iterator<Long> ids = given.get(table);
        if (ids == null || !ids.hasNext()) {
            ids = more(table);
            given.put(table, ids);
        }
        return ids.next();
    }

    private Iterator<Long> more(String table) throws SQLException {
        if (writer.sql().dialect() != SQLDialect.SQLITE) {
            return writer.rows(POSTGRES, row -> row.number(1), table).iterator();
        }
        List<Long> last = writer.rows(SQLITE, row -> row.number(1), table);
        // SQLite has one writer, so nobody else gives any
        return LongStream.iterate(last.isEmpty() ? 1 : last.getFirst() + 1, id -> id + 1)
                .iterator();
    }

    /** After a transaction that failed: what it was given is free. */
    void forget() {
        given.clear();
    }
}
