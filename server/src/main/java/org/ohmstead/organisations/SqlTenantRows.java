package org.ohmstead.organisations;

import static org.ohmstead.db.schema.Tables.TENANT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.schema.DefaultSchema;

/**
 * All rows of a tenant, in whatever tables there are: those of the schema that have a tenant, so that a new one is among them by
 * itself. They are deleted in small steps, what refers to something before what it refers to, and by the index that its foreign
 * key has, so that a large table of others is not read for each step.
 */
@Singleton
public class SqlTenantRows {
    private static final String OWNER = "tenant_id";
    private static final int PARENTS = 100;

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlTenantRows(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** What refers to others comes first. */
    static List<Table<?>> tables() {
        List<Table<?>> left = new ArrayList<>(DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.field(OWNER) != null)
                .toList());
        List<Table<?>> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Table<?> next = left.stream()
                    .filter(table -> left.stream()
                            .filter(other -> !other.equals(table))
                            .flatMap(other -> other.getReferences().stream())
                            .noneMatch(key -> key.getKey().getTable().equals(table)))
                    .findFirst()
                    .orElseThrow();
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /**
     * Until none is left, or the thread is interrupted.
     *
     * @return how many were deleted; not those that the database deletes of itself with what they refer to
     */
    long deleteAll(long tenant) {
        AtomicLong deleted = new AtomicLong();
        for (Table<?> table : tables()) {
            Rows rows = new Rows(table, Scope.tenant(tenant), deleted);
            parent(table).ifPresent(rows::deleteByParents);
            SmallSteps.run(() -> rows.delete(DSL.noCondition()) > 0);
        }
        return deleted.get();
    }

    /** To which each of its rows belongs: a station, a session, a user. */
    private static Optional<ForeignKey<?, ?>> parent(Table<?> table) {
        return table.getReferences().stream()
                .<ForeignKey<?, ?>>map(key -> key)
                .filter(key ->
                        key.getFields().size() == 1 && !key.getKey().getTable().equals(TENANT))
                .filter(key -> !key.getFields().getFirst().getDataType().nullable())
                .findFirst();
    }

    /** Those of a table. */
    private final class Rows {
        private final Table<?> table;
        private final Scope scope;
        private final AtomicLong deleted;

        Rows(Table<?> table, Scope scope, AtomicLong deleted) {
            this.table = table;
            this.scope = scope;
            this.deleted = deleted;
        }

        void deleteByParents(ForeignKey<?, ?> key) {
            Field<Long> reference = number(key.getFields().getFirst());
            Table<?> parents = key.getKey().getTable();
            Field<Long> id = number(key.getKey().getFields().getFirst());
            AtomicLong after = new AtomicLong(Long.MIN_VALUE);
            SmallSteps.run(() -> {
                List<Long> some = database.read(scope)
                        .select(id)
                        .from(parents)
                        .where(isOurs(parents).and(id.gt(after.get())))
                        .orderBy(id)
                        .limit(PARENTS)
                        .fetch(id);
                if (!some.isEmpty() && delete(reference.in(some)) == 0) {
                    after.set(Objects.requireNonNull(some.getLast()));
                }
                return !some.isEmpty();
            });
        }

        /** @return how many there were, {@link SmallSteps#ROWS} at most */
        int delete(Condition which) {
            Condition ours = isOurs(table).and(which);
            List<? extends TableField<?, ?>> key =
                    Objects.requireNonNull(table.getPrimaryKey()).getFields();
            int count = commits.write(scope, GroupCommit.UPKEEP, tx -> tx.sql()
                    .deleteFrom(table)
                    .where(ours.and(DSL.row(key)
                            .in(DSL.select(key).from(table).where(ours).limit(SmallSteps.ROWS))))
                    .execute());
            deleted.addAndGet(count);
            return count;
        }

        private Condition isOurs(Table<?> of) {
            return scope.of(number(of.field(OWNER)));
        }
    }

    private static Field<Long> number(@Nullable Field<?> field) {
        return Objects.requireNonNull(field).coerce(Long.class);
    }
}
