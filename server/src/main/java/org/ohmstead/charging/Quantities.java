package org.ohmstead.charging;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Reading} says in the units of this house.
 *
 * @param context       why the reading was taken: that of the energy where there is one
 * @param energyWh      import register in Wh: an absolute count. Negative values of broken meters are kept
 * @param beginEnergyWh the register at the begin of the session, where the same reading holds it beside a later one
 * @param powerW        active power into the EV in W; negative: out of it
 * @param socPercent    state of charge of the EV, 0 to 100
 */
public record Quantities(
        @Nullable String context,
        @Nullable BigDecimal energyWh,
        @Nullable BigDecimal beginEnergyWh,
        @Nullable BigDecimal powerW,
        @Nullable BigDecimal socPercent) {}
