package org.ohmstead.smartcharging.composites;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.Composite;
import org.ohmstead.smartcharging.schedule.CompositePeriod;
import org.ohmstead.smartcharging.schedule.Rate;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.Supply;
import org.ohmstead.smartcharging.schedule.Window;

/**
 * A time for which a station says something else than we compute.
 *
 * @param computed in the unit that was asked for; null: no limit
 * @param said     in the same; null: it says nothing
 */
public record Difference(
        Instant from,
        Instant to,
        @Nullable BigDecimal computed,
        @Nullable BigDecimal said) {
    /** Stations round to a tenth of an ampere, or to whole ones; on three phases that is some 690 W. */
    private static final BigDecimal ROUNDED_AMPERES = BigDecimal.ONE;

    static List<Difference> between(Composite computed, SaidSchedule said) {
        Window window = computed.window();
        SortedSet<Instant> cuts = new TreeSet<>();
        computed.periods().forEach(period -> cuts.add(period.from()));
        said.steps().forEach(step -> cuts.add(step.from()));
        if (said.until() != null) {
            cuts.add(said.until());
        }
        List<Difference> all = new ArrayList<>();
        List<Instant> moments = List.copyOf(cuts.subSet(window.from(), window.to()));
        for (int i = 0; i < moments.size(); i++) {
            Instant from = moments.get(i);
            Instant to = i + 1 < moments.size() ? moments.get(i + 1) : window.to();
            Difference here = at(from, to, computed, said);
            if (!here.isNone(computed.unit())) {
                here.addTo(all);
            }
        }
        return List.copyOf(all);
    }

    private static Difference at(Instant from, Instant to, Composite computed, SaidSchedule said) {
        CompositePeriod period = computed.at(from);
        Rate limit = period.rates().limit();
        SaidSchedule.Step step = said.at(from);
        int phases = Objects.requireNonNullElse(period.phases(), 3);
        BigDecimal theirs = step == null
                ? null
                : Supply.USUAL.convert(
                        step.limit(),
                        said.unit(),
                        computed.unit(),
                        step.phases() == null || step.phases() < 1 ? phases : step.phases());
        return new Difference(
                from, to, limit == null ? null : limit.whole(computed.unit()).value(), theirs);
    }

    private boolean isNone(RateUnit unit) {
        if (computed == null || said == null) {
            return isSame(computed, said);
        }
        BigDecimal rounded =
                switch (unit) {
                    case AMPERE -> ROUNDED_AMPERES;
                    case WATT -> Supply.USUAL.convert(ROUNDED_AMPERES, RateUnit.AMPERE, unit, 3);
                };
        return computed.subtract(said).abs().compareTo(rounded) < 0;
    }

    /** Equal neighbours become one. */
    private void addTo(List<Difference> all) {
        Difference last = all.isEmpty() ? null : all.getLast();
        if (last != null && last.to.equals(from) && isSame(last.computed, computed) && isSame(last.said, said)) {
            all.set(all.size() - 1, new Difference(last.from, to, computed, said));
        } else {
            all.add(this);
        }
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
