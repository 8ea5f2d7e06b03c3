package org.ohmstead.charging.readings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.RegisterPoint;

/**
 * Readings of a quarter of an hour in one. The registers at its ends stay exactly as they were, so that the energy between any
 * two of them can still be told.
 *
 * @param readings   how many it stands for
 * @param first      the earliest register; null: none was shown
 * @param socPercent the last
 * @param seqNos     2.x: of the events that brought them
 * @param kept       those that stay as they came
 */
public record Rollup(
        Slot slot,
        int readings,
        @Nullable RegisterPoint first,
        @Nullable RegisterPoint last,
        @Nullable Power power,
        @Nullable BigDecimal socPercent,
        SortedSet<Integer> seqNos,
        List<OldReading> kept) {

    /** @param from a full quarter of an hour */
    public record Slot(ConnectorRef place, Instant from) {}

    /** @param sum of so many readings, in W */
    public record Power(BigDecimal min, BigDecimal max, BigDecimal sum, int readings) {
        static Power of(BigDecimal watts) {
            return new Power(watts, watts, watts, 1);
        }

        Power plus(BigDecimal watts) {
            return new Power(min.min(watts), max.max(watts), sum.add(watts), readings + 1);
        }
    }

    public static Rollup empty(Slot slot) {
        return new Rollup(slot, 0, null, null, null, null, new TreeSet<>(), List.of());
    }

    public Rollup plus(OldReading reading, boolean asItCame) {
        RegisterPoint register = reading.point().register();
        SortedSet<Integer> numbers = new TreeSet<>(seqNos);
        if (reading.seqNo() != null) {
            numbers.add(reading.seqNo());
        }
        List<OldReading> stay = new ArrayList<>(kept);
        if (asItCame) {
            stay.add(reading);
        }
        return new Rollup(
                slot,
                readings + 1,
                register == null || first != null && !register.at().isBefore(first.at()) ? first : register,
                register == null || last != null && register.at().isBefore(last.at()) ? last : register,
                withPower(reading.powerW()),
                reading.socPercent() == null ? socPercent : reading.socPercent(),
                numbers,
                stay);
    }

    private @Nullable Power withPower(@Nullable BigDecimal watts) {
        if (watts == null) {
            return power;
        }
        return power == null ? Power.of(watts) : power.plus(watts);
    }

    /** What it says about the energy of its session: those that are kept, and its ends. */
    public Stream<MeterPoint> points() {
        List<RegisterPoint> exact = kept.stream()
                .map(reading -> reading.point().register())
                .filter(Objects::nonNull)
                .toList();
        Stream<MeterPoint> ends = Stream.of(first, last)
                .filter(Objects::nonNull)
                .distinct()
                .filter(end -> exact.stream()
                        .noneMatch(known ->
                                known.at().equals(end.at()) && known.wh().compareTo(end.wh()) == 0))
                .map(end -> new MeterPoint(
                        end.at(), null, null, end.wh(), null, null, power == null ? null : power.min(), 0));
        return Stream.concat(kept.stream().map(OldReading::point), ends);
    }
}
