package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * What an EV offers to discharge, and at which price.
 *
 * @param evPowerSchedule         how much power, and when
 * @param evAbsolutePriceSchedule at which price; absent: no price named
 */
@Since(V21)
public record EVEnergyOffer(
        EVPowerSchedule evPowerSchedule,
        @Nullable EVAbsolutePriceSchedule evAbsolutePriceSchedule,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public EVEnergyOffer(EVPowerSchedule evPowerSchedule, @Nullable EVAbsolutePriceSchedule evAbsolutePriceSchedule) {
        this(evPowerSchedule, evAbsolutePriceSchedule, null);
    }
    /** What the specification requires; the rest absent. */
    public EVEnergyOffer(EVPowerSchedule evPowerSchedule) {
        this(evPowerSchedule, null, null);
    }
}
