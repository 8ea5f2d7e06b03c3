package org.ohmstead.pricing.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.charge.ChargePart;
import org.ohmstead.pricing.charge.ChargePart.Phase;
import org.ohmstead.pricing.charge.Exact;
import org.ohmstead.pricing.charge.Volumes;
import org.ohmstead.pricing.tariff.Range;
import org.ohmstead.pricing.tariff.Restrictions;
import org.ohmstead.pricing.tariff.Tariff;
import org.ohmstead.pricing.tariff.TariffElement;

/** Cuts a charge wherever a restriction of a tariff begins or ceases to hold. */
final class Slices {
    private final Charge charge;
    private final Instant sessionStart;
    private final NavigableSet<Instant> wallClock;
    private final List<BigDecimal> durations;
    private final List<BigDecimal> energies;
    private final List<BigDecimal> parkings;
    private final List<Slice> slices = new ArrayList<>();
    private BigDecimal kwh = BigDecimal.ZERO;
    private BigDecimal parked = BigDecimal.ZERO;

    private Slices(Tariff tariff, Charge charge) {
        this.charge = charge;
        this.sessionStart = charge.sessionStart();
        this.wallClock = WallClock.changes(tariff, charge.zone(), charge.start(), charge.end());
        this.durations = ends(tariff, Restrictions::duration);
        this.energies = ends(tariff, Restrictions::kwh);
        this.parkings = ends(tariff, Restrictions::parking);
    }

    static List<Slice> of(Tariff tariff, Charge charge) {
        Slices slices = new Slices(tariff, charge);
        charge.parts().forEach(slices::cut);
        return slices.slices;
    }

    private static List<BigDecimal> ends(Tariff tariff, Function<Restrictions, Range> range) {
        return tariff.elements().stream()
                .map(TariffElement::restrictions)
                .flatMap(restrictions -> range.apply(restrictions).ends())
                .distinct()
                .toList();
    }

    private void cut(ChargePart part) {
        Instant from = part.from();
        Volumes before = Volumes.NONE;
        for (BigDecimal at : cuts(part)) {
            boolean isLast = at.compareTo(BigDecimal.ONE) == 0;
            Instant to =
                    isLast ? part.to() : Exact.after(part.from(), part.seconds().multiply(at));
            Volumes until = isLast ? part.volumes() : part.volumes().share(at);
            add(part.piece(from, to, until.minus(before)));
            from = to;
            before = until;
        }
    }

    /** Where a part is cut, from 0 to 1; the last is 1. */
    private NavigableSet<BigDecimal> cuts(ChargePart part) {
        BigDecimal length = part.seconds();
        Stream<BigDecimal> seconds = length.signum() == 0
                ? Stream.empty()
                : Stream.concat(
                        wallClock.subSet(part.from(), false, part.to(), false).stream()
                                .map(change -> Exact.seconds(part.from(), change)),
                        durations.stream().map(each -> each.subtract(elapsed(part))));
        NavigableSet<BigDecimal> cuts = new TreeSet<>(List.of(BigDecimal.ONE));
        seconds.forEach(each -> add(cuts, each, length));
        energies.forEach(each -> add(cuts, each.subtract(kwh), part.volumes().kwh()));
        parkings.forEach(each -> add(cuts, each.subtract(parked), part.volumes().parking()));
        return cuts;
    }

    /** Of a quantity that grows, where it reaches something within. */
    private static void add(NavigableSet<BigDecimal> cuts, BigDecimal reached, BigDecimal all) {
        if (reached.signum() > 0 && reached.compareTo(all) < 0) {
            cuts.add(Exact.quotient(reached, all));
        }
    }

    private void add(ChargePart part) {
        slices.add(new Slice(part, moment(part)));
        kwh = kwh.add(part.volumes().kwh().max(BigDecimal.ZERO));
        parked = parked.add(part.volumes().parking());
    }

    private Moment moment(ChargePart part) {
        return new Moment(
                part.from().atZone(charge.zone()).toLocalDateTime(),
                elapsed(part),
                kwh,
                parked,
                part.knownCurrent(),
                part.knownPower());
    }

    private BigDecimal elapsed(ChargePart part) {
        Instant begin = part.phase() == Phase.RESERVATION ? charge.start() : sessionStart;
        return Exact.seconds(begin, part.from());
    }
}
