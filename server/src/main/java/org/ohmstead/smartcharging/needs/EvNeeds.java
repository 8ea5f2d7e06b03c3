package org.ohmstead.smartcharging.needs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.Rate;
import org.ohmstead.smartcharging.schedule.RateUnit;

/**
 * What an EV asks for.
 *
 * @param mode        of energy transfer, in the EV's word
 * @param departsAt   null: unknown
 * @param energyWh    null: not told
 * @param most        that it can charge with; null: not told
 * @param mostPeriods of a schedule that it understands; null: not told
 * @param askedAt     by the station's clock, if it was offline then
 * @param needs       ChargingNeeds of 2.x
 */
public record EvNeeds(
        int evse,
        String mode,
        @Nullable Instant departsAt,
        @Nullable BigDecimal energyWh,
        @Nullable Most most,
        @Nullable Integer mostPeriods,
        @Nullable Instant askedAt,
        ObjectNode needs) {
    /** The most that an EV can charge with. */
    public record Most(RateUnit unit, Rate rate) {}
}
