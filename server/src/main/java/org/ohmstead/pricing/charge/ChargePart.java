package org.ohmstead.pricing.charge;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A part of a charge in which everything grows evenly.
 *
 * @param to      not before {@code from}; the same: all of it came at that moment
 * @param current in A, the sum over all phases
 * @param power   in kW; negative: back into the grid
 */
public record ChargePart(Phase phase, Instant from, Instant to, Volumes volumes, Span current, Span power) {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** What a charge consists of. */
    public enum Phase {
        RESERVATION,
        SESSION
    }

    /** How long it takes, in s. */
    public BigDecimal seconds() {
        return Exact.seconds(from, to);
    }

    /** A piece of it. */
    public ChargePart piece(Instant from, Instant to, Volumes volumes) {
        return new ChargePart(phase, from, to, volumes, current, power);
    }

    /** What of it has been at a moment within it. */
    public ChargePart until(Instant moment) {
        return to.equals(from)
                ? this
                : piece(from, moment, volumes.share(Exact.quotient(Exact.seconds(from, moment), seconds())));
    }

    /**
     * The power, and where nobody measured it what follows: none of a vehicle that takes nothing, else the mean of the energy over
     * the time of charging.
     */
    public Span knownPower() {
        if (power.isKnown()) {
            return power;
        }
        if (isIdle()) {
            return Span.ZERO;
        }
        BigDecimal seconds = volumes.charging().signum() > 0 ? volumes.charging() : seconds();
        return seconds.signum() == 0
                ? Span.UNKNOWN
                : Span.of(Exact.quotient(volumes.kwh().multiply(SECONDS_PER_HOUR), seconds));
    }

    /** The current, and none of a vehicle that takes nothing. */
    public Span knownCurrent() {
        return !current.isKnown() && isIdle() ? Span.ZERO : current;
    }

    private boolean isIdle() {
        return volumes.kwh().signum() == 0 && volumes.charging().signum() == 0;
    }
}
