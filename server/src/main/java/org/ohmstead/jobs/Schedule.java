package org.ohmstead.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a recurring job has its turns. */
public sealed interface Schedule {

    /** When the turn comes that follows that moment. */
    Instant after(Instant moment);

    /** The first turn of all, of a server that has just started. */
    Instant first(Instant start);

    /** The turn of a server that has just started, for one that was missed. */
    Instant missed(Instant start);

    /**
     * So long after each end.
     *
     * @param first so long after a start; not longer than the pause
     */
    record Every(Duration pause, Duration first) implements Schedule {
        public Every {
            if (!pause.isPositive() || first.isNegative() || first.compareTo(pause) > 0) {
                throw new IllegalArgumentException(
                        "Before the first turn of a job passes what is between two of them at most;" + " found " + first
                                + " before the first and " + pause + " between");
            }
        }

        @Override
        public Instant after(Instant moment) {
            return moment.plus(pause);
        }

        @Override
        public Instant first(Instant start) {
            return start.plus(first);
        }

        @Override
        public Instant missed(Instant start) {
            return first(start);
        }

        @Override
        public String toString() {
            return "every " + pause;
        }
    }

    /** Once a day. Where a change of the clock leaves that time out, as much later; where it comes twice, at the first one. */
    record Daily(LocalTime time, ZoneId zone) implements Schedule {
        @Override
        public Instant after(Instant moment) {
            ZonedDateTime now = moment.atZone(zone);
            ZonedDateTime today = now.toLocalDate().atTime(time).atZone(zone);
            return today.isAfter(now)
                    ? today.toInstant()
                    : now.toLocalDate().plusDays(1).atTime(time).atZone(zone).toInstant();
        }

        @Override
        public Instant first(Instant start) {
            return after(start);
        }

        @Override
        public Instant missed(Instant start) {
            return start;
        }

        @Override
        public String toString() {
            return "daily at " + time + " " + zone;
        }
    }
}
