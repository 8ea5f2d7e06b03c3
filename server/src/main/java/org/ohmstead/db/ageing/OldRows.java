package org.ohmstead.db.ageing;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;

/**
 * Deletes the rows of a table that have grown old. They are looked for in the order in which they came, so that no index of
 * times is needed; but rows whose time is one to come, because our own clock was wrong when they came, keep no other from going.
 *
 * @param id    given in the order in which the rows came
 * @param at    by our clock; a row where it is null stays
 * @param steps how many rows are looked at, and deleted, at a time
 */
public record OldRows(Table<?> table, Field<Long> id, Field<Instant> at, int steps) {

    /** Until none is left from before that time, as far as can be seen. */
    public void deleteBefore(Instant end, Database database, GroupCommit commits) {
        AtomicLong after = new AtomicLong();
        SmallSteps.run(() -> {
            Result<Record2<Long, Instant>> rows = database.read(Scope.everywhere())
                    .select(id, at)
                    .from(table)
                    .where(id.gt(after.get()))
                    .orderBy(id)
                    .limit(steps)
                    .fetch();
            List<Long> old = rows.stream()
                    .filter(row -> isBefore(row.value2(), end))
                    .map(Record2::value1)
                    .toList();
            if (!old.isEmpty()) {
                commits.write(
                        Scope.everywhere(),
                        GroupCommit.UPKEEP,
                        tx -> tx.sql().deleteFrom(table).where(id.in(old)).execute());
            }
            if (rows.size() < steps) {
                return false;
            }
            after.set(rows.getLast().value1());
            return !old.isEmpty() || areOldBehind(after.get(), end, database);
        });
    }

    /**
     * Looks at single rows ever further behind: few questions, however many rows there are. Old ones that are fewer than those in
     * front of them may be missed, and are found later, when they are more.
     */
    private boolean areOldBehind(long last, Instant end, Database database) {
        for (long ahead = steps; ; ahead *= 2) {
            @Nullable
            Record2<Long, Instant> row = database.read(Scope.everywhere())
                    .select(id, at)
                    .from(table)
                    .where(id.gt(last + ahead))
                    .orderBy(id)
                    .limit(1)
                    .fetchOne();
            if (row == null) {
                return false;
            }
            if (isBefore(row.value2(), end)) {
                return true;
            }
            ahead = Math.max(ahead, row.value1() - last);
        }
    }

    private static boolean isBefore(@Nullable Instant at, Instant end) {
        return at != null && at.isBefore(end);
    }
}
