package org.ohmstead.charging.session;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.Reading;

/**
 * What a {@link Reading} says in the units of this house.
 *
 * @param context       why the reading was taken: that of the energy where there is one
 * @param energyWh      import register in Wh: an absolute count. Negative values of broken meters are kept
 * @param otherWh       the register once more, where the same reading shows it with two values; energyWh is the larger one
 * @param beginEnergyWh the register at the begin of the session, where the same reading holds it beside a later one
 * @param intervalWh    energy of the interval that ended with the reading, in Wh
 * @param powerW        active power into the EV in W; negative: out of it
 * @param peakW         the most that the values of power and current can mean, in W: of a current without a phase, all three
 * @param socPercent    state of charge of the EV, 0 to 100
 */
public record Quantities(
        @Nullable String context,
        @Nullable BigDecimal energyWh,
        @Nullable BigDecimal otherWh,
        @Nullable BigDecimal beginEnergyWh,
        @Nullable BigDecimal intervalWh,
        @Nullable BigDecimal powerW,
        @Nullable BigDecimal peakW,
        @Nullable BigDecimal socPercent) {}
