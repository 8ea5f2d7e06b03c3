package org.ohmstead.events;

import java.time.Duration;

/**
 * How events are passed on.
 *
 * @param poll how often the outbox is looked at even if nobody said that something came: finds what a crash left.
 *     Default 5 s
 * @param firstRetry when a listener that failed gets the event again; doubles each time up to a minute. Default 100 ms
 * @param attempts how often a listener is tried before the event is given up for it, with an error in the log. Default
 *     20, which takes some ten minutes
 */
public record EventSettings(Duration poll, Duration firstRetry, int attempts) {

    public static EventSettings defaults() {
        return new EventSettings(Duration.ofSeconds(5), Duration.ofMillis(100), 20);
    }
}
