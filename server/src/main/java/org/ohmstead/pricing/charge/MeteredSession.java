package org.ohmstead.pricing.charge;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.charge.ChargePart.Phase;

/**
 * A session of our own, made into the parts of a charge. The register grows evenly between two readings of it; what it counts before
 * the first one and after the last one is not known. A vehicle of which nothing is said charges.
 *
 * @param start    of the session
 * @param readings in any order; what is outside the session counts as if it were at its start or its end
 */
public record MeteredSession(Instant start, Instant end, List<Reading> readings) {
    /** So that equal moments are in the same order, however the readings came. */
    private static final Comparator<Reading> ORDER = Comparator.comparing(Reading::at)
            .thenComparing(Reading::registerKwh, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Reading::activity, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Reading::current, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Reading::power, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** A reservation, for the same charge. */
    public static ChargePart reservation(Instant from, Instant to) {
        Volumes reserved = new Volumes(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Exact.seconds(from, to));
        return new ChargePart(Phase.RESERVATION, from, to, reserved, Span.UNKNOWN, Span.UNKNOWN);
    }

    /** Its parts, from reading to reading. */
    public List<ChargePart> parts() {
        List<Reading> inOrder =
                readings.stream().map(this::within).sorted(ORDER).toList();
        List<@Nullable BigDecimal> registers = registers(inOrder);
        List<ChargePart> parts = new ArrayList<>();
        Reading known = new Reading(start, null, Activity.CHARGING, null, null);
        @Nullable BigDecimal register = null;
        for (int i = 0; i < inOrder.size(); i++) {
            BigDecimal now = registers.get(i);
            parts.add(part(known, inOrder.get(i).at(), between(register, now)));
            known = then(known, inOrder.get(i));
            register = now;
        }
        parts.add(part(known, end, BigDecimal.ZERO));
        return parts;
    }

    private static BigDecimal between(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null || after == null ? BigDecimal.ZERO : after.subtract(before);
    }

    private Reading within(Reading reading) {
        Instant at = reading.at().isBefore(start) ? start : reading.at().isAfter(end) ? end : reading.at();
        return new Reading(at, reading.registerKwh(), reading.activity(), reading.current(), reading.power());
    }

    /** The register at each reading, on the line between those that were read; null: before the first, or after the last. */
    private static List<@Nullable BigDecimal> registers(List<Reading> inOrder) {
        List<@Nullable BigDecimal> registers = new ArrayList<>();
        @Nullable Reading last = null;
        for (Reading reading : inOrder) {
            if (reading.registerKwh() != null) {
                for (int i = registers.size() - 1; last != null && i >= 0 && registers.get(i) == null; i--) {
                    registers.set(i, onTheLine(last, reading, inOrder.get(i).at()));
                }
                last = reading;
            }
            registers.add(reading.registerKwh());
        }
        return registers;
    }

    private static @Nullable BigDecimal onTheLine(Reading before, Reading after, Instant at) {
        BigDecimal from = before.registerKwh();
        BigDecimal to = after.registerKwh();
        if (from == null || to == null || before.at().equals(after.at())) {
            return from;
        }
        BigDecimal part = Exact.quotient(Exact.seconds(before.at(), at), Exact.seconds(before.at(), after.at()));
        return from.add(Exact.settled(to.subtract(from).multiply(part)));
    }

    private static Reading then(Reading before, Reading now) {
        return new Reading(
                now.at(),
                null,
                now.activity() == null ? before.activity() : now.activity(),
                now.current() == null ? before.current() : now.current(),
                now.power() == null ? before.power() : now.power());
    }

    private static ChargePart part(Reading known, Instant to, BigDecimal kwh) {
        BigDecimal seconds = Exact.seconds(known.at(), to);
        boolean charges = known.activity() == Activity.CHARGING;
        boolean parks = known.activity() == Activity.PARKED;
        Volumes volumes = new Volumes(
                kwh, charges ? seconds : BigDecimal.ZERO, parks ? seconds : BigDecimal.ZERO, BigDecimal.ZERO);
        return new ChargePart(
                Phase.SESSION,
                known.at(),
                to,
                volumes,
                charges ? Span.of(known.current()) : Span.UNKNOWN,
                charges ? Span.of(known.power()) : Span.UNKNOWN);
    }
}
