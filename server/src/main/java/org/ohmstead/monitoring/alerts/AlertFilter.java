package org.ohmstead.monitoring.alerts;

import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.StationRef;

/**
 * Which alerts a list shows.
 *
 * @param station  null: those of all
 * @param open     null: those that have ended, too
 * @param severity those up to this number, and those whose station did not tell; null: all
 */
record AlertFilter(
        @Nullable StationRef station,
        @Nullable Boolean open,
        @Nullable Integer severity) {
    private static final int LEAST = 9;

    /** @throws Refused invalid */
    static AlertFilter of(@Nullable StationRef station, @Nullable String open, @Nullable String severity) {
        Long number = QueryWords.number("severity", severity);
        if (number != null && (number < 0 || number > LEAST)) {
            throw Refused.invalid("severity", "severity is " + number + "; allowed are 0 (danger to life) to 9.");
        }
        return new AlertFilter(station, QueryWords.flag("open", open), number == null ? null : number.intValue());
    }
}
