package org.ohmstead.charging.readings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.Quantities;
import org.ohmstead.charging.session.RegisterPoint;

/**
 * What a stored reading says about the energy of its session; the quantities are those of {@link Quantities}.
 *
 * @param digest of the reading; 0: it stands for several that were rolled up
 */
public record MeterPoint(
        Instant at,
        @Nullable Integer seqNo,
        @Nullable String context,
        @Nullable BigDecimal energyWh,
        @Nullable BigDecimal otherWh,
        @Nullable BigDecimal intervalWh,
        @Nullable BigDecimal powerW,
        long digest) {

    private static final Comparator<MeterPoint> BY_TIME = Comparator.comparing(MeterPoint::at);
    private static final Comparator<MeterPoint> BY_SEQUENCE =
            Comparator.comparing(MeterPoint::seqNo, Comparator.nullsFirst(Comparator.naturalOrder()));

    /**
     * In the order in which the meter was read: of the sequence where all have one, else of time; else of arrival.
     *
     * @param unique whether no two events have the same number
     */
    public static List<MeterPoint> inOrder(List<MeterPoint> points, boolean unique) {
        boolean sequenced = unique && points.stream().allMatch(point -> point.seqNo() != null);
        return points.stream()
                .sorted(sequenced ? BY_SEQUENCE.thenComparing(BY_TIME) : BY_TIME)
                .toList();
    }

    public boolean isRolledUp() {
        return digest == 0;
    }

    public @Nullable RegisterPoint register() {
        return energyWh == null ? null : new RegisterPoint(at, energyWh);
    }
}
