package org.ohmstead.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** The statements of a transaction that were put off, as batches of the same text. */
final class Later {
    private record Batch(String sql, List<@Nullable Object[]> rows) {}

    private final SQLDialect dialect;
    private final List<Batch> batches = new ArrayList<>();
    private final Map<String, Integer> newest = new HashMap<>();

    Later(SQLDialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Adds to the batch of this text, unless that one goes out before something the same unit has already put off.
     *
     * @param floor what this returned for the unit's previous statement; 0 for its first
     */
    int add(String sql, @Nullable Object[] binds, int floor) {
        Integer known = newest.get(sql);
        if (known == null || known + 1 < floor) {
            known = batches.size();
            batches.add(new Batch(sql, new ArrayList<>()));
            newest.put(sql, known);
        }
        batches.get(known).rows().add(binds);
        return known + 1;
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    void send(Connection connection) throws SQLException {
        for (Batch batch : batches) {
            try (PreparedStatement statement = connection.prepareStatement(batch.sql())) {
                for (@Nullable Object[] row : batch.rows()) {
                    bind(statement, row);
                    if (batch.rows().size() > 1) {
                        statement.addBatch();
                    }
                }
                if (batch.rows().size() > 1) {
                    statement.executeBatch();
                } else {
                    statement.execute();
                }
            }
        }
        batches.clear();
        newest.clear();
    }

    private void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, row[i] instanceof Instant at ? time(at) : row[i]);
        }
    }

    private Object time(Instant at) {
        return dialect == SQLDialect.SQLITE ? SqliteTime.text(at) : at.atOffset(ZoneOffset.UTC);
    }
}
