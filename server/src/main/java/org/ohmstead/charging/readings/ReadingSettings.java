package org.ohmstead.charging.readings;

import java.time.Duration;

/**
 * What is kept of meter readings.
 *
 * @param retention how long they are kept as they came, at least {@link #SHORTEST}; older ones are rolled up. Zero: for ever
 *                  (default 90 days)
 */
public record ReadingSettings(Duration retention) {
    /** A session that has given a sign within so long has all its readings. */
    public static final Duration SHORTEST = Duration.ofDays(30);

    public static ReadingSettings defaults() {
        return new ReadingSettings(Duration.ofDays(90));
    }

    public boolean forEver() {
        return retention.isZero();
    }
}
