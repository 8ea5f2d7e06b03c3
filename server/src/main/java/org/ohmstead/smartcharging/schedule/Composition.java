package org.ohmstead.smartcharging.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.Timeline.Part;

/**
 * Computes composite schedules (behaviour 7.5): at each moment the leading period of each purpose, and the least of what they
 * allow. A random delay counts as 0 (K01.FR.95).
 */
public final class Composition {
    private final Stacks stacks;
    private final StationFacts station;
    private final Window window;
    private final RateUnit unit;

    /** @param unit of the answers */
    public Composition(Collection<Profile> profiles, StationFacts station, Window window, RateUnit unit) {
        this.stacks = new Stacks(List.copyOf(profiles), station, window);
        this.station = station;
        this.window = window;
        this.unit = unit;
    }

    /**
     * What an EVSE may draw. Where no transaction runs: what one would that began with the window (K08.FR.06). The maximum of the
     * station counts in full, because how a station shares it out is its own matter.
     */
    public Composite evse(int number) {
        EvseFacts evse = station.evse(number);
        Lines lines = lines(evse);
        List<CompositePeriod> parts = new ArrayList<>();
        for (Instant from : cuts(lines.all())) {
            parts.add(lines.whole(from));
        }
        return Composite.merged(number, window, unit, parts);
    }

    /**
     * What the station may draw: the sum of what its EVSEs may, capped by its maximum and by limits from outside. An EVSE without
     * any limit counts with its rating; where that is not known either, the caps of the station are all there is.
     */
    public Composite station() {
        Caps caps = new Caps(stacks.stationMax(), stacks.external(0), stacks.generated(0));
        List<Lines> each = station.evses().stream().map(this::lines).toList();
        List<Timeline<Leading>> all = new ArrayList<>(caps.all());
        each.forEach(lines -> all.addAll(lines.all()));
        List<CompositePeriod> parts = new ArrayList<>();
        for (Instant from : cuts(all)) {
            List<CompositePeriod> own =
                    each.stream().map(lines -> lines.own(from)).toList();
            parts.add(caps.over(from, own));
        }
        return Composite.merged(0, window, unit, parts);
    }

    private Lines lines(EvseFacts evse) {
        return new Lines(
                evse,
                stacks.base(evse),
                new Caps(stacks.stationMax(), stacks.external(0), stacks.generated(0)),
                stacks.external(evse.evse()),
                stacks.generated(evse.evse()));
    }

    /** Every moment at which something may change. */
    private SortedSet<Instant> cuts(List<Timeline<Leading>> lines) {
        SortedSet<Instant> cuts = new TreeSet<>();
        cuts.add(window.from());
        for (Timeline<Leading> line : lines) {
            for (Part<Leading> part : line.parts()) {
                cuts.add(part.from());
                cuts.add(part.to());
            }
        }
        return cuts.headSet(window.to());
    }

    /** What limits a station as a whole. */
    private final class Caps {
        private final Timeline<Leading> most;
        private final Timeline<Leading> external;
        private final Timeline<Leading> generated;

        Caps(Timeline<Leading> most, Timeline<Leading> external, Timeline<Leading> generated) {
            this.most = most;
            this.external = external;
            this.generated = generated;
        }

        List<Timeline<Leading>> all() {
            return List.of(most, external, generated);
        }

        CompositePeriod over(Instant moment, List<CompositePeriod> evses) {
            Voices voices = new Voices(null, List.of(most, external), List.of(generated), moment, station.supply());
            Rates sum = evses.isEmpty() ? Rates.NONE : Sum.of(evses, unit);
            Rates rates = voices.capped(sum, unit, null);
            SortedSet<Integer> profiles = voices.profiles();
            evses.forEach(each -> profiles.addAll(each.profiles()));
            return new CompositePeriod(moment, rates, voices.phases(), null, profiles, false);
        }
    }

    /** What limits one EVSE. */
    private final class Lines {
        private final EvseFacts evse;
        private final Timeline<Leading> base;
        private final Caps caps;
        private final Timeline<Leading> external;
        private final Timeline<Leading> generated;

        Lines(
                EvseFacts evse,
                Timeline<Leading> base,
                Caps caps,
                Timeline<Leading> external,
                Timeline<Leading> generated) {
            this.evse = evse;
            this.base = base;
            this.caps = caps;
            this.external = external;
            this.generated = generated;
        }

        List<Timeline<Leading>> all() {
            return Stream.concat(Stream.of(base, external, generated), caps.all().stream())
                    .toList();
        }

        CompositePeriod whole(Instant moment) {
            return period(
                    moment,
                    new Voices(
                            base,
                            List.of(external, caps.most, caps.external),
                            List.of(generated, caps.generated),
                            moment,
                            evse.supply()));
        }

        /** Without what limits the station. */
        CompositePeriod own(Instant moment) {
            return period(moment, new Voices(base, List.of(external), List.of(generated), moment, evse.supply()));
        }

        private CompositePeriod period(Instant moment, Voices voices) {
            Rates rates = voices.capped(voices.base(unit, soc()), unit, evse.hardware());
            return new CompositePeriod(
                    moment, rates, voices.phases(), voices.phaseToUse(), voices.profiles(), voices.phaseClash());
        }

        private @Nullable BigDecimal soc() {
            return evse.charging() == null ? null : evse.charging().soc();
        }
    }

    /** Of what EVSEs may draw together. */
    private static final class Sum {
        static Rates of(List<CompositePeriod> evses, RateUnit unit) {
            return new Rates(
                    each(evses, Rates::limit, unit, true),
                    each(evses, Rates::discharge, unit, true),
                    each(evses, Rates::setpoint, unit, false));
        }

        /** @param needsAll whether one that says nothing leaves the sum open */
        private static @Nullable Rate each(
                List<CompositePeriod> evses, Function<Rates, @Nullable Rate> which, RateUnit unit, boolean needsAll) {
            Rate sum = null;
            for (CompositePeriod evse : evses) {
                Rate said = which.apply(evse.rates());
                if (said != null) {
                    Rate whole = said.whole(unit);
                    sum = sum == null ? whole : sum.plus(whole, unit);
                } else if (needsAll) {
                    return null;
                }
            }
            return sum;
        }
    }
}
