package org.ohmstead.events;

import java.time.Duration;

/**
 * How events are passed on.
 *
 * @param poll how often the outbox is looked at even if nobody said that something came: finds what a crash or another
 *     node left. As often it is tidied. Default 1 s
 * @param firstRetry when a listener that failed gets the event again; doubles each time up to a minute. Default 100 ms
 * @param attempts how often a listener is tried before the event is given up for it, with an error in the log. Default
 *     20, which takes some ten minutes
 * @param flush how long a listener may go on before it is written where it is: so much comes again after a crash, at
 *     most. Default 250 ms
 * @param lease how long a node that does not answer keeps its listeners before others take them over. Default 10 s
 * @param retention how long an event waits for a listener, at most. Default 7 days
 * @param history how long events are kept that all listeners have, for readers; of the newest {@link SqlOutbox#MOST_KEPT} alone.
 *     Default 24 h
 */
public record EventSettings(
        Duration poll,
        Duration firstRetry,
        int attempts,
        Duration flush,
        Duration lease,
        Duration retention,
        Duration history) {

    public static EventSettings defaults() {
        return new EventSettings(
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                20,
                Duration.ofMillis(250),
                Duration.ofSeconds(10),
                Duration.ofDays(7),
                Duration.ofHours(24));
    }

    public EventSettings withRetention(Duration other) {
        return new EventSettings(poll, firstRetry, attempts, flush, lease, other, history);
    }

    public EventSettings withHistory(Duration other) {
        return new EventSettings(poll, firstRetry, attempts, flush, lease, retention, other);
    }
}
