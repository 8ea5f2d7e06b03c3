package org.ohmstead.pricing.engine;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.charge.ChargePart.Phase;
import org.ohmstead.pricing.tariff.Dimension;
import org.ohmstead.pricing.tariff.PriceComponent;

/**
 * A line of a price.
 *
 * @param phase     null: of a limit, which is about all
 * @param dimension null: of a limit
 * @param element   the number of the element in the tariff, from 1; null: none priced it
 * @param component null: none priced it
 * @param volume    kWh of energy, s of time, 1 of what is paid once
 * @param billed    what of it, and beyond it, is paid for
 */
public record PricedLine(
        LineCode code,
        @Nullable Phase phase,
        @Nullable Dimension dimension,
        @Nullable Integer element,
        @Nullable PriceComponent component,
        Instant from,
        Instant to,
        BigDecimal volume,
        BigDecimal billed,
        Cost cost) {

    static PricedLine ofLimit(LineCode code, Instant from, Instant to, Cost cost) {
        return new PricedLine(code, null, null, null, null, from, to, BigDecimal.ONE, BigDecimal.ONE, cost);
    }

    /** Which part of the total it belongs to. */
    public Part part() {
        if (phase == null || dimension == null) {
            return Part.LIMIT;
        }
        return phase == Phase.RESERVATION
                ? Part.RESERVATION
                : switch (dimension) {
                    case ENERGY -> Part.ENERGY;
                    case TIME -> Part.TIME;
                    case PARKING_TIME -> Part.PARKING;
                    case FLAT -> Part.FIXED;
                };
    }

    /** What a total is made of. */
    public enum Part {
        ENERGY,
        TIME,
        PARKING,
        RESERVATION,
        FIXED,
        LIMIT
    }
}
