package org.ohmstead.charging;

import java.time.Duration;

/**
 * What is kept of meter readings.
 *
 * @param retention how long they are kept as they came, at least {@link #SHORTEST}; older ones are rolled up. Zero: for ever
 *                  (default 90 days)
 */
public record ReadingSettings(Duration retention) {
    /** A session that has given a sign within so long has all its readings. */
    static final Duration SHORTEST = Duration.ofDays(30);

    public static ReadingSettings defaults() {
        return new ReadingSettings(Duration.ofDays(90));
    }

    boolean forEver() {
        return retention.isZero();
    }
}
