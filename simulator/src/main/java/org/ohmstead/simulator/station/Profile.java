package org.ohmstead.simulator.station;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A charging profile, whatever version it came in.
 *
 * @param stack    the higher one wins among those of a purpose
 * @param original the record it came as, for reports
 */
public record Profile(int id, int stack, Purpose purpose, Schedule schedule, Scope scope, Record original) {

    /** What a profile is for; {@code STATION_MAX} is called ChargePointMaxProfile in 1.6. */
    public enum Purpose {
        STATION_MAX,
        TX_DEFAULT,
        TX,
        EXTERNAL,
        PRIORITY,
        LOCAL_GENERATION
    }

    /** What the times of a schedule count from. */
    public enum Kind {
        ABSOLUTE,
        DAILY,
        WEEKLY,
        RELATIVE,
        DYNAMIC
    }

    /**
     * @param evse        0: all
     * @param transaction 2.x: the one it is for
     */
    public record Scope(
            int evse,
            @Nullable String transaction,
            @Nullable Instant from,
            @Nullable Instant to) {
        boolean covers(int outlet, @Nullable String transactionId, Instant at) {
            return (evse == 0 || evse == outlet)
                    && (transaction == null || transaction.equalsIgnoreCase(transactionId))
                    && (from == null || !at.isBefore(from))
                    && (to == null || at.isBefore(to));
        }
    }

    /**
     * @param start    null for relative ones
     * @param duration null: without end
     */
    public record Schedule(
            Kind kind,
            boolean inWatts,
            List<Period> periods,
            @Nullable Instant start,
            @Nullable Duration duration) {}

    /**
     * A limit from some time on.
     *
     * @param limit  A per phase, or W over all phases; null: none
     * @param phases 3 when not said (K01.FR.49)
     */
    public record Period(Duration from, @Nullable Double limit, int phases) {}

    /** The period in force at a time; null: none, so that a lower stack level shows through. */
    @Nullable
    Period at(Instant at, Instant relativeTo) {
        Instant start = startBefore(at, relativeTo);
        Duration into = Duration.between(start, at);
        Duration length = schedule.duration();
        if (into.isNegative() || (length != null && into.compareTo(length) >= 0)) {
            return null;
        }
        Period found = null;
        for (Period period : schedule.periods()) {
            if (period.from().compareTo(into) <= 0) {
                found = period;
            }
        }
        return found;
    }

    /** Tells every time in a window at which this profile may change its mind. */
    void cuts(Instant from, Instant to, Instant relativeTo, Consumer<Instant> cut) {
        Duration repeat = repeat();
        Instant start = startBefore(from, relativeTo);
        do {
            for (Period period : schedule.periods()) {
                cut.accept(start.plus(period.from()));
            }
            if (schedule.duration() != null) {
                cut.accept(start.plus(schedule.duration()));
            }
            start = repeat == null ? to : start.plus(repeat);
        } while (start.isBefore(to));
        if (scope.from() != null) {
            cut.accept(scope.from());
        }
        if (scope.to() != null) {
            cut.accept(scope.to());
        }
    }

    private Instant startBefore(Instant at, Instant relativeTo) {
        Instant start = schedule.start() == null || schedule.kind() == Kind.RELATIVE ? relativeTo : schedule.start();
        Duration repeat = repeat();
        if (repeat == null || at.isBefore(start)) {
            return start;
        }
        return start.plus(repeat.multipliedBy(Duration.between(start, at).dividedBy(repeat)));
    }

    private @Nullable Duration repeat() {
        return switch (schedule.kind()) {
            case DAILY -> Duration.ofDays(1);
            case WEEKLY -> Duration.ofDays(7);
            case ABSOLUTE, RELATIVE, DYNAMIC -> null;
        };
    }
}
