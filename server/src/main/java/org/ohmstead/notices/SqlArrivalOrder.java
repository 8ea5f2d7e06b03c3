package org.ohmstead.notices;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Refused;

/** Lists that are sorted by arrival and id, the newest first. */
public final class SqlArrivalOrder {
    private SqlArrivalOrder() {}

    public static Cursor cursor(Instant arrival, long id) {
        return Cursor.at(arrival.toString(), Long.toString(id));
    }

    /** The rows behind a cursor. */
    public static Condition behind(Field<Instant> arrival, Field<Long> id, @Nullable Cursor after) {
        if (after == null) {
            return DSL.noCondition();
        }
        try {
            return DSL.row(arrival, id).lt(DSL.row(Instant.parse(after.key(0, 2)), Long.valueOf(after.key(1, 2))));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw Refused.invalid(
                    "cursor", "cursor is none of this list. Take it unchanged from next of the page before.");
        }
    }

    public static Condition between(Field<Instant> arrival, @Nullable Instant from, @Nullable Instant to) {
        Condition within = from == null ? DSL.noCondition() : arrival.ge(from);
        return to == null ? within : within.and(arrival.lt(to));
    }
}
