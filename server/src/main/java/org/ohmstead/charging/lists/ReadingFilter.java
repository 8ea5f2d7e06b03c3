package org.ohmstead.charging.lists;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/**
 * Which readings a list shows; null: any.
 *
 * @param from sampled then or later
 * @param to   sampled before
 */
public record ReadingFilter(
        @Nullable String station,
        @Nullable Long session,
        @Nullable Integer evse,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** All of a session. */
    static ReadingFilter of(long session) {
        return new ReadingFilter(null, session, null, null, null);
    }

    /** Of a station or a session, as query parameters name them: those of all together are too many to be of any use. */
    static ReadingFilter of(
            @Nullable String station,
            @Nullable String session,
            @Nullable String evse,
            @Nullable String from,
            @Nullable String to) {
        ReadingFilter filter = new ReadingFilter(
                QueryWords.text(station),
                QueryWords.number("session", session),
                QueryWords.evse(evse),
                QueryWords.time("from", from),
                QueryWords.time("to", to));
        if (filter.station() == null && filter.session() == null) {
            throw Refused.invalid("station", "station is missing; give the identity of a station, or a session.");
        }
        QueryWords.period("from", filter.from(), "to", filter.to());
        return filter;
    }
}
