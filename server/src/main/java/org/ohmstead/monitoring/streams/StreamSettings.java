package org.ohmstead.monitoring.streams;

import java.time.Duration;

/**
 * Streams of values.
 *
 * @param retention how long a value is kept after it came. Default 30 days
 * @param buffered  how many values may wait to be written; more are dropped and counted. Default 100,000, of one station a tenth
 * @param batch     how many are written at once, about. Default 2,000
 * @param linger    how long a value waits for company. Default 500 ms
 */
public record StreamSettings(Duration retention, int buffered, int batch, Duration linger) {
    public static StreamSettings defaults() {
        return new StreamSettings(Duration.ofDays(30), 100_000, 2_000, Duration.ofMillis(500));
    }

    public StreamSettings withRetention(Duration kept) {
        return new StreamSettings(kept, buffered, batch, linger);
    }
}
