package org.ohmstead.charging.readings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.Caller;

/**
 * A station reports readings outside of other messages (1.6 MeterValues, 2.x J01).
 *
 * @param evse       0: the main meter; null: not told
 * @param isNumbered whether the station's version ties such readings to sessions (1.6); in 2.x they never are
 * @param number     of the session that they belong to, as the station knows it; null, 0 or -1: the current one, if any
 */
public record MeterReport(
        Caller caller,
        @Nullable Integer evse,
        boolean isNumbered,
        @Nullable Long number,
        List<Reading> readings) {

    /** When the last reading was taken by the clock of the station; null: none says it. */
    public @Nullable Instant lastAt() {
        return readings.stream()
                .filter(reading -> !reading.samples().isEmpty())
                .reduce((earlier, later) -> later)
                .map(Reading::at)
                .orElse(null);
    }
}
