package org.ohmstead.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;
import org.ohmstead.db.Writer;
import org.ohmstead.db.lanes.LastWrite;

/**
 * Seals the lines of a transaction and writes them: each has the next number of its tenant, and a hash that holds the hash of the
 * line before it. A tenant's head says which line is the last; whoever seals locks it, until the commit that follows at once.
 */
final class SqlAuditChain implements LastWrite<AuditLine> {
    private static final String HEAD = "select seq, hash from audit_head where tenant_id = ?";
    private static final String LOCKED_HEAD = HEAD + " for update"; // SQLite has one writer, and no word for it
    private static final String FIRST_HEAD =
            "insert into audit_head (tenant_id, seq, hash) values (?, 0, ?) on conflict do nothing";
    private static final String MOVE_HEAD = "update audit_head set seq = ?, hash = ? where tenant_id = ?";
    private static final String INSERT = """
            insert into audit_log (tenant_id, seq, recorded_at, actor, address, request_id, entity, entity_id, action,
                before_json, after_json, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private record Head(long seq, String hash) {}

    /** The tenants in the order of their ids, so that no two transactions wait for each other's heads. */
    @Override
    public void write(Writer writer, List<AuditLine> lines) throws SQLException {
        SortedMap<Long, List<AuditLine>> byTenant = new TreeMap<>();
        lines.forEach(line -> byTenant.computeIfAbsent(line.tenant(), none -> new ArrayList<>())
                .add(line));
        for (Map.Entry<Long, List<AuditLine>> each : byTenant.entrySet()) {
            seal(writer, each.getKey(), each.getValue());
        }
    }

    private static void seal(Writer writer, long tenant, List<AuditLine> lines) throws SQLException {
        writer.show(Scope.tenant(tenant));
        Head head = head(writer, tenant);
        List<@Nullable Object[]> rows = new ArrayList<>(lines.size());
        for (AuditLine line : lines) {
            long seq = head.seq() + 1;
            head = new Head(seq, line.hash(head.hash(), seq));
            rows.add(row(line, head));
        }
        writer.batch(INSERT, rows);
        writer.prepared(MOVE_HEAD, new Object[] {head.seq(), head.hash(), tenant})
                .execute();
    }

    private static Head head(Writer writer, long tenant) throws SQLException {
        String query = writer.sql().dialect() == SQLDialect.SQLITE ? HEAD : LOCKED_HEAD;
        List<Head> found = heads(writer, query, tenant);
        if (found.isEmpty()) {
            writer.prepared(FIRST_HEAD, new Object[] {tenant, AuditLine.BEGIN}).execute();
            found = heads(writer, query, tenant);
        }
        return found.getFirst();
    }

    private static List<Head> heads(Writer writer, String query, long tenant) throws SQLException {
        return writer.rows(query, row -> new Head(row.number(1), String.valueOf(row.text(2))), tenant);
    }

    private static @Nullable Object[] row(AuditLine line, Head seal) {
        return new @Nullable Object[] {
            line.tenant(),
            seal.seq(),
            line.at(),
            line.actor(),
            line.address(),
            line.request(),
            line.entity(),
            line.entityId(),
            line.action(),
            line.before(),
            line.after(),
            seal.hash()
        };
    }
}
