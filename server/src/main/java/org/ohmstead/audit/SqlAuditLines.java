package org.ohmstead.audit;

import static org.ohmstead.db.schema.Tables.AUDIT_ANCHOR;
import static org.ohmstead.db.schema.Tables.AUDIT_HEAD;
import static org.ohmstead.db.schema.Tables.AUDIT_LOG;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.api.TimeText;
import org.ohmstead.audit.ChainEnds.End;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.schema.tables.records.AuditLogRecord;

/** What is read of the lines, and how those that are old enough are cleared away. */
@Singleton
public class SqlAuditLines {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlAuditLines(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** The newest first. */
    Page<SealedLine> page(long tenant, AuditFilter filter, Limit limit, @Nullable Cursor after) {
        List<SealedLine> rows = database.read(Scope.tenant(tenant))
                .selectFrom(AUDIT_LOG)
                .where(AUDIT_LOG.TENANT_ID.eq(tenant).and(matches(filter)).and(behind(after)))
                .orderBy(AUDIT_LOG.RECORDED_AT.desc(), AUDIT_LOG.SEQ.desc())
                .limit(limit.rows() + 1)
                .fetch(SqlAuditLines::read);
        return Page.of(rows, limit, row -> Cursor.at(row.line().at().toString(), Long.toString(row.seq())));
    }

    private static Condition matches(AuditFilter filter) {
        Condition all = DSL.noCondition();
        if (filter.entity() != null) {
            all = all.and(AUDIT_LOG.ENTITY.eq(filter.entity()));
        }
        if (filter.entityId() != null) {
            all = all.and(AUDIT_LOG.ENTITY_ID.eq(filter.entityId()));
        }
        if (filter.actor() != null) {
            boolean isKind = filter.actor().indexOf(':') < 0 && !filter.actor().equals("local");
            all = all.and(
                    isKind ? AUDIT_LOG.ACTOR.startsWith(filter.actor() + ":") : AUDIT_LOG.ACTOR.eq(filter.actor()));
        }
        if (filter.action() != null) {
            all = all.and(AUDIT_LOG.ACTION.eq(filter.action()));
        }
        Condition from = filter.from() == null ? DSL.noCondition() : AUDIT_LOG.RECORDED_AT.ge(filter.from());
        Condition to = filter.to() == null ? DSL.noCondition() : AUDIT_LOG.RECORDED_AT.lt(filter.to());
        return all.and(from).and(to);
    }

    private static Condition behind(@Nullable Cursor after) {
        if (after == null) {
            return DSL.noCondition();
        }
        try {
            Instant at = TimeText.parse(after.key(0, 2));
            return DSL.row(AUDIT_LOG.RECORDED_AT, AUDIT_LOG.SEQ).lt(DSL.row(at, Long.valueOf(after.key(1, 2))));
        } catch (DateTimeException | NumberFormatException e) {
            throw Refused.invalid(
                    "cursor", "cursor is none of this list. Take it unchanged from next of the page before.");
        }
    }

    /** In the order of the chain. @param after the number behind which they begin */
    List<SealedLine> after(long tenant, long after, int rows) {
        return database.read(Scope.tenant(tenant))
                .selectFrom(AUDIT_LOG)
                .where(AUDIT_LOG.TENANT_ID.eq(tenant).and(AUDIT_LOG.SEQ.gt(after)))
                .orderBy(AUDIT_LOG.SEQ)
                .limit(rows)
                .fetch(SqlAuditLines::read);
    }

    /** In one statement, so that it is of one moment. */
    ChainEnds ends(long tenant) {
        Field<Long> last =
                DSL.field(DSL.select(DSL.max(AUDIT_LOG.SEQ)).from(AUDIT_LOG).where(AUDIT_LOG.TENANT_ID.eq(tenant)));
        Record row = database.read(Scope.tenant(tenant))
                .select(AUDIT_HEAD.SEQ, AUDIT_HEAD.HASH, last)
                .select(AUDIT_ANCHOR.SEQ, AUDIT_ANCHOR.HASH, AUDIT_ANCHOR.CLEARED_AT)
                .from(DSL.select(DSL.inline(tenant).as("id")).asTable("tenant"))
                .leftJoin(AUDIT_HEAD)
                .on(AUDIT_HEAD.TENANT_ID.eq(tenant))
                .leftJoin(AUDIT_ANCHOR)
                .on(AUDIT_ANCHOR.TENANT_ID.eq(tenant))
                .fetchSingle();
        End head = end(row, AUDIT_HEAD.SEQ, AUDIT_HEAD.HASH);
        End anchor = end(row, AUDIT_ANCHOR.SEQ, AUDIT_ANCHOR.HASH);
        Long highest = row.get(last);
        return new ChainEnds(
                anchor == null ? End.BEGIN : anchor,
                row.get(AUDIT_ANCHOR.CLEARED_AT),
                head,
                highest == null ? 0 : highest);
    }

    private static @Nullable End end(Record row, Field<Long> seq, Field<String> hash) {
        Long number = row.get(seq);
        String text = row.get(hash);
        return number == null || text == null ? null : new End(number, text);
    }

    /** Those that have a chain. */
    List<Long> tenants() {
        return database.read(Scope.everywhere())
                .select(AUDIT_HEAD.TENANT_ID)
                .from(AUDIT_HEAD)
                .orderBy(AUDIT_HEAD.TENANT_ID)
                .fetch(AUDIT_HEAD.TENANT_ID);
    }

    /** Removes all lines of a chain up to this one, with whose hash it goes on. */
    void clear(long tenant, SealedLine last, Instant now) {
        commits.write(Scope.tenant(tenant), GroupCommit.UPKEEP, tx -> {
            tx.sql()
                    .insertInto(AUDIT_ANCHOR)
                    .set(AUDIT_ANCHOR.TENANT_ID, tenant)
                    .set(AUDIT_ANCHOR.SEQ, last.seq())
                    .set(AUDIT_ANCHOR.HASH, last.hash())
                    .set(AUDIT_ANCHOR.CLEARED_AT, now)
                    .onConflict(AUDIT_ANCHOR.TENANT_ID)
                    .doUpdate()
                    .set(AUDIT_ANCHOR.SEQ, last.seq())
                    .set(AUDIT_ANCHOR.HASH, last.hash())
                    .set(AUDIT_ANCHOR.CLEARED_AT, now)
                    .execute();
            return tx.sql()
                    .deleteFrom(AUDIT_LOG)
                    .where(AUDIT_LOG.TENANT_ID.eq(tenant).and(AUDIT_LOG.SEQ.le(last.seq())))
                    .execute();
        });
    }

    private static SealedLine read(AuditLogRecord row) {
        AuditLine line = new AuditLine(
                row.getTenantId(),
                row.getRecordedAt(),
                row.getActor(),
                row.getAddress(),
                row.getRequestId(),
                row.getEntity(),
                row.getEntityId(),
                row.getAction(),
                row.getBeforeJson(),
                row.getAfterJson());
        return new SealedLine(row.getSeq(), line, row.getHash());
    }
}
