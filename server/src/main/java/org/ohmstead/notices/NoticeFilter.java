package org.ohmstead.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;

/**
 * Which notices a list shows.
 *
 * @param type as the station wrote it; null: all. Events of monitors have none
 * @param from what came then or later; null: from the first on
 * @param to   what came before; null: up to the last
 */
public record NoticeFilter(
        @Nullable String type,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final NoticeFilter ALL = new NoticeFilter(null, null, null);

    /** @throws org.ohmstead.api.Refused invalid for what is no time, and for a period that ends before it begins */
    public static NoticeFilter of(@Nullable String type, @Nullable String from, @Nullable String to) {
        NoticeFilter filter =
                new NoticeFilter(QueryWords.text(type), QueryWords.time("from", from), QueryWords.time("to", to));
        QueryWords.period("from", filter.from(), "to", filter.to());
        return filter;
    }
}
