package org.ohmstead.diagnosis;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * What is asked.
 *
 * @param token    null: any
 * @param tokenKey under which sessions and reservations of the token stand; null: any
 * @param at       the moment at which it should have started
 */
record Question(
        StationRef station,
        @Nullable String token,
        @Nullable String tokenKey,
        Instant at) {
    private static final Duration BEFORE = Duration.ofMinutes(15);
    private static final Duration AFTER = Duration.ofMinutes(5);

    Instant from() {
        return at.minus(BEFORE);
    }

    Instant to() {
        return at.plus(AFTER);
    }

    boolean isWithin(Instant moment) {
        return !moment.isBefore(from()) && !moment.isAfter(to());
    }
}
