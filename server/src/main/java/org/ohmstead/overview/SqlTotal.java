package org.ohmstead.overview;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;

/** How many there are of a kind of which the worst are known. */
final class SqlTotal {
    private SqlTotal() {}

    /** Counts only where there may be more than are shown, so that what is rare costs one query. */
    static Overview.Found of(
            Database database,
            Scope scope,
            AttentionKind kind,
            List<AttentionItem> worst,
            Table<?> table,
            Condition which) {
        long total = worst.size() < Overview.MOST
                ? worst.size()
                : database.read(scope).fetchCount(table, which);
        return new Overview.Found(kind, total, worst);
    }
}
