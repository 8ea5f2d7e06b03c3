package org.ohmstead.stations.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.ClockOffset;

/**
 * Measures the clock of one station by the times in its messages. A message on its way, or in a queue, only ever looks older:
 * one that is fresh, or from the future, shows by itself where the clock stands. One that is old is from a slow clock or from
 * a queue, which shows only when several are old by the same: a queue comes back faster than it was written.
 */
final class ClockWatch {
    /** Messages that differ by no more than this, in how far they are off, agree. Networks take seconds. */
    private static final Duration AGREEING = Duration.ofSeconds(15);
    /** What one message may be fresher than others before it is believed more. */
    private static final Duration FINE = Duration.ofSeconds(2);
    /** Old messages that agree have to come over so long, and so many of them, to be no queue. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private static final int MANY = 3;
    /** All kinds that a session has, from its plug to its end, at once. */
    private static final int KINDS = 4;

    /** Nothing that speaks to us was built before: not from a queue, but from a clock that was never set. */
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

    private volatile @Nullable ClockOffset known;
    private long connection;
    private @Nullable Run run;

    /** The newest messages, as far as they agree. */
    private static final class Run {
        final Instant from;
        final Set<StationClocks.Kind> kinds = EnumSet.noneOf(StationClocks.Kind.class);
        Duration ahead;
        Instant to;
        int messages;

        Run(Duration ahead, Instant at) {
            this.ahead = ahead;
            this.from = at;
            this.to = at;
        }

        void add(Duration other, Instant at, StationClocks.Kind kind) {
            ahead = other.compareTo(ahead) > 0 ? other : ahead;
            to = at;
            messages++;
            kinds.add(kind);
        }

        /** Of one kind alone they may be late by habit, such as readings that are sent a while after they were taken. */
        boolean isNoQueue() {
            boolean overTime = kinds.size() > 1 && Duration.between(from, to).compareTo(LONG_ENOUGH) >= 0;
            return messages >= MANY && (overTime || kinds.size() >= KINDS);
        }
    }

    /** @param known what was measured before this process began; null: nothing */
    ClockWatch(@Nullable ClockOffset known) {
        this.known = known;
    }

    /** @return null: nothing is known yet */
    @Nullable
    ClockOffset known() {
        return known;
    }

    /**
     * @param from   the connection that it came on; one that was replaced tells nothing
     * @param isLive whether the station itself says that the message is no queued one; 1.6 has no word for it
     */
    synchronized void hear(long from, Instant said, Instant arrival, StationClocks.Kind kind, boolean isLive) {
        if (from < connection) {
            return;
        }
        if (from > connection) {
            connection = from;
            run = null;
        }
        Duration ahead = Duration.between(arrival, said);
        Run agreeing = agreeing(ahead, arrival);
        agreeing.add(ahead, arrival, kind);
        ClockOffset before = known;
        if (before != null && agree(ahead, before.ahead())) {
            boolean finer = ahead.minus(before.ahead()).compareTo(FINE) > 0;
            known = new ClockOffset(finer ? ahead : before.ahead(), before.since(), arrival);
        } else if (isProof(before, ahead, said) || agreeing.isNoQueue() || (isLive && before == null)) {
            settle(before, agreeing, arrival);
        } else if (before != null && before.isTelling() && ahead.compareTo(before.ahead()) > 0 && isBehind(before)) {
            known = null; // it cannot be that far behind; how far it is, time will tell
        }
    }

    private Run agreeing(Duration ahead, Instant arrival) {
        Run standing = run;
        if (standing == null || !agree(ahead, standing.ahead)) {
            standing = new Run(ahead, arrival);
            run = standing;
        }
        return standing;
    }

    private static boolean isProof(@Nullable ClockOffset before, Duration ahead, Instant said) {
        boolean right = ahead.abs().compareTo(ClockOffset.TELLING) <= 0;
        boolean fromTheFuture = !ahead.isNegative() && (before == null || ahead.compareTo(before.ahead()) > 0);
        return right || fromTheFuture || said.isBefore(EARLIEST);
    }

    private static boolean isBehind(ClockOffset offset) {
        return offset.ahead().isNegative();
    }

    private void settle(@Nullable ClockOffset before, Run agreeing, Instant arrival) {
        ClockOffset now = new ClockOffset(agreeing.ahead, agreeing.from, arrival);
        known = before != null && before.isNear(now) ? new ClockOffset(now.ahead(), before.since(), arrival) : now;
    }

    private static boolean agree(Duration one, Duration other) {
        return one.minus(other).abs().compareTo(AGREEING) <= 0;
    }
}
