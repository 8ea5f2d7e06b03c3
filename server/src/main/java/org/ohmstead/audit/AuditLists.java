package org.ohmstead.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.CsvTable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;

/** The lines as a list, in pages or as a table. */
@Singleton
public class AuditLists {
    private static final List<String> COLUMNS = List.of(
            "seq", "at", "actor", "address", "requestId", "entity", "entityId", "action", "before", "after", "hash");

    private final SqlAuditLines lines;

    @Inject
    public AuditLists(SqlAuditLines lines) {
        this.lines = lines;
    }

    /** The newest first. */
    Page<AuditLogView> page(long tenant, AuditFilter filter, Limit limit, @Nullable Cursor after) {
        return lines.page(tenant, filter, limit, after).map(AuditLogView::of);
    }

    CsvTable<AuditLogView> table(long tenant, AuditFilter filter) {
        return new CsvTable<>(COLUMNS, AuditLists::cells, after -> page(tenant, filter, CsvTable.PORTION, after));
    }

    private static List<@Nullable Object> cells(AuditLogView row) {
        return CsvTable.cells(
                row.seq(),
                row.at(),
                row.actor(),
                row.address(),
                row.requestId(),
                row.entity(),
                row.entityId(),
                row.action(),
                row.before() == null ? null : row.before().toString(),
                row.after() == null ? null : row.after().toString(),
                row.hash());
    }
}
