package org.ohmstead.pricing.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.charge.ChargePart.Phase;
import org.ohmstead.pricing.charge.Exact;
import org.ohmstead.pricing.tariff.Dimension;
import org.ohmstead.pricing.tariff.PriceComponent;

/** A line that still grows. */
final class Draft {
    /** What is rounded together. */
    enum Family {
        ENERGY,
        TIME,
        RESERVATION
    }

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private final Phase phase;
    private final Dimension dimension;
    private final @Nullable Choice choice;
    private final Instant from;
    private final boolean isFedBack;
    private Instant to;
    private BigDecimal volume = BigDecimal.ZERO;
    private BigDecimal added = BigDecimal.ZERO;

    Draft(Dimension dimension, @Nullable Choice choice, Slice slice, boolean isFedBack) {
        this.phase = slice.part().phase();
        this.dimension = dimension;
        this.choice = choice;
        this.from = slice.part().from();
        this.to = from;
        this.isFedBack = isFedBack;
    }

    /** Whether the same price goes on. */
    boolean isContinuedBy(Phase phase, @Nullable Choice choice, Instant from, boolean isFedBack) {
        return this.phase == phase
                && Objects.equals(this.choice, choice)
                && to.equals(from)
                && this.isFedBack == isFedBack;
    }

    void grow(BigDecimal more, Instant until) {
        volume = volume.add(more);
        to = until;
    }

    /** Whether it counts for a sum that is rounded: it has a price, and is nothing that goes back. */
    boolean counts() {
        return choice != null && !isFedBack && volume.signum() > 0;
    }

    Family family() {
        return phase == Phase.RESERVATION
                ? Family.RESERVATION
                : dimension == Dimension.ENERGY ? Family.ENERGY : Family.TIME;
    }

    Dimension dimension() {
        return dimension;
    }

    BigDecimal volume() {
        return volume;
    }

    /** In units of what is rounded: Wh and s. */
    int step() {
        return choice == null ? 0 : choice.component().step();
    }

    void add(BigDecimal more) {
        added = more;
    }

    PricedLine line() {
        if (choice == null) {
            return line(LineCode.NO_ELEMENT_HOLDS, null, BigDecimal.ZERO);
        }
        if (isFedBack && !choice.restrictions().isOfFeedingBack()) {
            return line(LineCode.NOT_CREDITED, choice, BigDecimal.ZERO);
        }
        LineCode code = added.signum() > 0 ? LineCode.ROUNDED_UP_TO_STEP : LineCode.FIRST_ELEMENT_THAT_HOLDS;
        return line(code, choice, volume.add(added));
    }

    private PricedLine line(LineCode code, @Nullable Choice by, BigDecimal billed) {
        return new PricedLine(
                code,
                phase,
                dimension,
                by == null ? null : by.element(),
                by == null ? null : by.component(),
                from,
                to,
                volume,
                billed,
                by == null ? Cost.ZERO : cost(by.component(), billed));
    }

    private Cost cost(PriceComponent component, BigDecimal billed) {
        BigDecimal amount = component.price().multiply(billed);
        BigDecimal exclVat =
                switch (dimension) {
                    case ENERGY, FLAT -> amount;
                    case TIME, PARKING_TIME -> Exact.quotient(amount, SECONDS_PER_HOUR);
                };
        return new Cost(exclVat, exclVat.multiply(component.taxFactor()));
    }
}
