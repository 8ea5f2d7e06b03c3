package org.ohmstead.db.lanes;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;
import org.ohmstead.db.Writer;

/** What the units of a transaction have put off: statements, as batches of the same text, and what they write together. */
final class DeferredStatements {
    private record Batch(Scope scope, String sql, List<@Nullable Object[]> rows) {}

    private static final class Gathered<T> {
        private final CombinedInsert<T> kind;
        private final List<T> items = new ArrayList<>();

        Gathered(CombinedInsert<T> kind) {
            this.kind = kind;
        }
    }

    private record Last<T>(LastWrite<T> kind, List<T> items) {
        void write(Writer writer) throws SQLException {
            kind.write(writer, items);
        }
    }

    private final List<Batch> batches = new ArrayList<>();
    private Scope scope = Scope.everywhere();
    /** Of this scope, by their text. */
    private final Map<String, Integer> newest = new HashMap<>();

    private final Map<CombinedInsert<?>, Gathered<?>> together = new LinkedHashMap<>(2);
    private final Map<LastWrite<?>, Last<?>> last = new LinkedHashMap<>(2);

    /** What is put off from now on is within this scope: statements of different tenants are never in one batch. */
    void in(Scope next) {
        if (!next.isSameTenant(scope)) {
            newest.clear();
        }
        scope = next;
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
            batches.add(new Batch(scope, sql, new ArrayList<>()));
            newest.put(sql, known);
        }
        batches.get(known).rows().add(binds);
        return known + 1;
    }

    @SuppressWarnings("unchecked") // what a kind has gathered is of its type
    <T> void together(CombinedInsert<T> kind, T item) {
        ((Gathered<T>) together.computeIfAbsent(kind, Gathered::new)).items.add(item);
    }

    @SuppressWarnings("unchecked") // as above
    <T> void lastly(LastWrite<T> kind, T item) {
        ((Last<T>) last.computeIfAbsent(kind, none -> new Last<>(kind, new ArrayList<>())))
                .items()
                .add(item);
    }

    void send(Writer writer) throws SQLException {
        for (Batch batch : batches) {
            writer.show(batch.scope());
            send(writer, batch.sql(), batch.rows());
        }
        batches.clear();
        newest.clear();
    }

    /** What is left, before the commit. */
    void sendAll(Writer writer) throws SQLException {
        send(writer);
        for (Gathered<?> gathered : together.values()) {
            send(writer, gathered);
        }
        together.clear();
        for (Last<?> each : last.values()) {
            each.write(writer);
        }
        last.clear();
    }

    private static <T> void send(Writer writer, Gathered<T> gathered) throws SQLException {
        String statement = gathered.kind.statement(writer.sql().dialect());
        send(writer, statement, gathered.kind.rows().apply(gathered.items));
    }

    private static void send(Writer writer, String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.size() > 1) {
            writer.batch(sql, rows);
        } else {
            writer.prepared(sql, rows.getFirst()).execute();
        }
    }
}
