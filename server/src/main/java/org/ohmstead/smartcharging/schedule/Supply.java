package org.ohmstead.smartcharging.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an EVSE is connected to: by it A become W and the reverse.
 *
 * @param voltage nominal, of a phase to neutral, in V; never a measured one (K01.FR.50)
 * @param phases  how many there are: 1 to 3; direct current counts as 1
 */
public record Supply(BigDecimal voltage, int phases) {
    /** European low voltage, three phases: what holds where nothing is known (K01.FR.49). */
    public static final Supply USUAL = new Supply(BigDecimal.valueOf(230), 3);

    /** A current that power becomes is cut after so many decimals, so that it never stands for more than was allowed. */
    static final int DECIMALS = 3;

    public Supply {
        if (voltage.signum() <= 0 || phases < 1 || phases > 3) {
            throw new IllegalArgumentException("no supply has " + phases + " phases of " + voltage + " V");
        }
    }

    /**
     * @param value  a current of each phase, or a power of all of them
     * @param phases how many of them charge
     */
    public BigDecimal convert(BigDecimal value, RateUnit from, RateUnit to, int phases) {
        if (from == to) {
            return value;
        }
        BigDecimal factor = voltage.multiply(BigDecimal.valueOf(phases));
        return switch (to) {
            case WATT -> value.multiply(factor);
            case AMPERE -> value.divide(factor, DECIMALS, RoundingMode.DOWN);
        };
    }
}
