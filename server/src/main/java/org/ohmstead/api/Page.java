package org.ohmstead.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param next  the cursor of the page behind it; null: this is the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of a query that asked for one row more than the limit, to know whether there is more.
     *
     * @param rows   at most {@code limit.rows() + 1}
     * @param cursor the sort keys of a row
     */
    public static <T> Page<T> of(List<T> rows, Limit limit, Function<? super T, Cursor> cursor) {
        if (rows.size() <= limit.rows()) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit.rows());
        return new Page<>(shown, cursor.apply(shown.getLast()).text());
    }

    /** The same page with other words for its items. */
    public <U> Page<U> map(Function<? super T, ? extends U> view) {
        return new Page<>(items.stream().<U>map(view).toList(), next);
    }
}
