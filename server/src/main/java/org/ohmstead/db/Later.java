package org.ohmstead.db;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements of a transaction that were put off, as batches of the same text. */
final class Later {
    private record Batch(String sql, List<@Nullable Object[]> rows) {}

    private final List<Batch> batches = new ArrayList<>();
    private final Map<String, Integer> newest = new HashMap<>();

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

    void send(Writer writer) throws SQLException {
        for (Batch batch : batches) {
            if (batch.rows().size() > 1) {
                writer.batch(batch.sql(), batch.rows());
            } else {
                writer.prepared(batch.sql(), batch.rows().getFirst()).execute();
            }
        }
        batches.clear();
        newest.clear();
    }
}
