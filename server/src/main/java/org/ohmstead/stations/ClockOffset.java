package org.ohmstead.stations;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far a station's clock is off, by what it has said of things that had just happened.
 *
 * @param ahead      of ours; negative: behind. A message's way to us makes it look behind by a moment
 * @param since      when it was first measured so, a minute more or less
 * @param measuredAt when a message last showed it
 */
public record ClockOffset(Duration ahead, Instant since, Instant measuredAt) {
    /** Nothing but a wrong clock makes so much of a difference. */
    public static final Duration TELLING = Duration.ofMinutes(1);

    public ClockOffset {
        ahead = ahead.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether an operator should know. */
    public boolean isTelling() {
        return ahead.abs().compareTo(TELLING) > 0;
    }

    public boolean isNear(ClockOffset other) {
        return ahead.minus(other.ahead).abs().compareTo(TELLING) <= 0;
    }

    /** For people. */
    public String warning() {
        return "Its clock is " + words(ahead.abs()) + (ahead.isNegative() ? " behind" : " ahead")
                + " by its live messages since " + since.truncatedTo(ChronoUnit.SECONDS)
                + ". Set its time zone and its time server right; meanwhile times in its messages are corrected by that"
                + " where they are further off than clock-tolerance.";
    }

    private static String words(Duration some) {
        if (some.toDays() > 0) {
            return some.toDays() + " d " + some.toHoursPart() + " h";
        }
        return some.toHours() > 0
                ? some.toHours() + " h " + some.toMinutesPart() + " min"
                : some.toMinutes() + " min " + some.toSecondsPart() + " s";
    }
}
