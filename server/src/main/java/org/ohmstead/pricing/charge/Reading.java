package org.ohmstead.pricing.charge;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a session at a moment, and from then on until another reading says otherwise.
 *
 * @param registerKwh the count of the meter; null: it was not read
 * @param activity    null: as before
 * @param current     in A, the sum over all phases; null: as before
 * @param power       in kW; null: as before
 */
public record Reading(
        Instant at,
        @Nullable BigDecimal registerKwh,
        @Nullable Activity activity,
        @Nullable BigDecimal current,
        @Nullable BigDecimal power) {
    /** Of a register alone. */
    public static Reading of(Instant at, BigDecimal registerKwh) {
        return new Reading(at, registerKwh, null, null, null);
    }

    /** Of what the vehicle does from now on. */
    public static Reading of(Instant at, Activity activity) {
        return new Reading(at, null, activity, null, null);
    }
}
