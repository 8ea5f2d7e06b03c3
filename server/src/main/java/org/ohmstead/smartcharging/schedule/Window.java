package org.ohmstead.smartcharging.schedule;

import java.time.Duration;
import java.time.Instant;

/** The time that is asked about: the first moment belongs to it, the last does not. */
public record Window(Instant from, Instant to) {
    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("nothing lies between " + from + " and " + to);
        }
    }

    public static Window of(Instant from, Duration length) {
        return new Window(from, from.plus(length));
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
