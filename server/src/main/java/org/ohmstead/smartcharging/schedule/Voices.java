package org.ohmstead.smartcharging.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What leads at one moment: the base, what caps it, and what is added on top. */
final class Voices {
    private final @Nullable Leading base;
    private final List<Leading> caps;
    private final List<Leading> generated;
    private final Supply supply;

    /** @param base null: there is none, as for a station */
    Voices(
            @Nullable Timeline<Leading> base,
            List<Timeline<Leading>> caps,
            List<Timeline<Leading>> generated,
            Instant moment,
            Supply supply) {
        this.base = base == null ? null : base.at(moment);
        this.caps = at(caps, moment);
        this.generated = at(generated, moment);
        this.supply = supply;
    }

    private static List<Leading> at(List<Timeline<Leading>> lines, Instant moment) {
        return lines.stream()
                .map(line -> line.at(moment))
                .filter(Objects::nonNull)
                .toList();
    }

    private Stream<Leading> limiting() {
        return Stream.concat(Stream.ofNullable(base), caps.stream());
    }

    /** What the base allows, less for a battery that is nearly full. */
    Rates base(RateUnit unit, @Nullable BigDecimal soc) {
        if (base == null) {
            return Rates.NONE;
        }
        Rates rates = rates(base, unit);
        LimitAtSoc full = base.schedule().limitAtSoc();
        if (full != null && soc != null && soc.compareTo(BigDecimal.valueOf(full.percent())) >= 0) {
            Rates less = Rates.limit(full.limit()).convert(base.schedule().unit(), unit, supply, charging());
            rates = rates.cappedBy(less, unit);
        }
        return rates;
    }

    /**
     * @param rates    of the base
     * @param hardware caps what nothing else does; null: not known
     */
    Rates capped(Rates rates, RateUnit unit, EvseFacts.@Nullable Hardware hardware) {
        Rates least = rates;
        for (Leading cap : caps) {
            Rates bound = rates(cap, unit);
            least = least.cappedBy(bound, unit);
            // the one from outside decides on what is held (behaviour 16)
            if (base != null && base.period().isHeldFromOutside() && bound.setpoint() != null) {
                least = least.withSetpoint(bound.setpoint());
            }
        }
        for (Leading extra : generated) {
            least = least.plus(rates(extra, unit).limit(), unit);
        }
        if (hardware != null) {
            Rates most = Rates.limit(hardware.most()).convert(hardware.unit(), unit, supply, charging());
            least = least.cappedBy(most, unit);
        }
        return least.clamped(unit);
    }

    private Rates rates(Leading of, RateUnit unit) {
        return of.period().rates().convert(of.schedule().unit(), unit, supply, charging());
    }

    /** The fewest that anybody names (behaviour 7.5); null: nobody does. */
    @Nullable
    Integer phases() {
        OptionalInt fewest = limiting()
                .map(each -> each.period().phases())
                .filter(Objects::nonNull)
                .filter(phases -> phases > 0)
                .mapToInt(Integer::intValue)
                .min();
        return fewest.isPresent() ? fewest.getAsInt() : null;
    }

    /** How many power is shared among: so many really charge, whatever a single profile counts with. */
    private int charging() {
        Integer named = phases();
        return named == null ? supply.phases() : Math.min(named, supply.phases());
    }

    /** Null: nobody names one, or they name different ones. */
    @Nullable
    Integer phaseToUse() {
        SortedSet<Integer> named = phasesToUse();
        return named.size() == 1 ? named.first() : null;
    }

    boolean phaseClash() {
        return phasesToUse().size() > 1;
    }

    private SortedSet<Integer> phasesToUse() {
        NavigableSet<Integer> named = new TreeSet<>();
        limiting()
                .map(each -> each.period().phaseToUse())
                .filter(Objects::nonNull)
                .forEach(named::add);
        return named;
    }

    SortedSet<Integer> profiles() {
        SortedSet<Integer> ids = new TreeSet<>();
        Stream.concat(limiting(), generated.stream())
                .forEach(each -> ids.add(each.profile().id()));
        return ids;
    }
}
