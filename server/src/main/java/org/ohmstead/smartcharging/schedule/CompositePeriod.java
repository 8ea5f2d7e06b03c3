package org.ohmstead.smartcharging.schedule;

import java.time.Instant;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a while.
 *
 * @param from       it lasts to the next one, or to the end of the window
 * @param rates      in the unit that was asked for
 * @param phases     how many charge; null: nobody says
 * @param phaseToUse the one that charges; null: nobody says
 * @param profiles   ids of those that led to it
 * @param phaseClash whether two of them want different phases, which OCPP calls an error (2.x §3.8)
 */
public record CompositePeriod(
        Instant from,
        Rates rates,
        @Nullable Integer phases,
        @Nullable Integer phaseToUse,
        SortedSet<Integer> profiles,
        boolean phaseClash) {

    /** Whether the same holds in both, whoever led to it. */
    boolean saysTheSameAs(CompositePeriod other) {
        return rates.equals(other.rates)
                && Objects.equals(phases, other.phases)
                && Objects.equals(phaseToUse, other.phaseToUse)
                && phaseClash == other.phaseClash;
    }

    CompositePeriod with(SortedSet<Integer> others) {
        SortedSet<Integer> both = new TreeSet<>(profiles);
        both.addAll(others);
        return new CompositePeriod(from, rates, phases, phaseToUse, both, phaseClash);
    }
}
