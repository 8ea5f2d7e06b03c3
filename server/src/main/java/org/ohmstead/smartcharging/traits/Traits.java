package org.ohmstead.smartcharging.traits;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.Supply;

/**
 * Of a station.
 *
 * @param voltage      nominal, of a phase, in V
 * @param phases       that its EVSEs have, 1 to 3; direct current counts as 1
 * @param unit         the only one that it takes (field note 119); null: either, or not known
 * @param whole        whether it takes limits without decimals only (field note 121)
 * @param stackLevel   the only one that it takes (field note 116); null: any
 * @param answersNeeds whether an EV that asks gets a profile (K15)
 */
public record Traits(
        int voltage,
        int phases,
        @Nullable RateUnit unit,
        boolean whole,
        @Nullable Integer stackLevel,
        boolean answersNeeds) {
    public static final Traits USUAL = new Traits(230, 3, null, false, null, true);

    public Supply supply() {
        return new Supply(BigDecimal.valueOf(voltage), phases);
    }

    /** With what an accepted profile has taught; null: nothing. */
    public Traits taught(@Nullable RateUnit only, boolean onlyWhole, @Nullable Integer onlyLevel) {
        return new Traits(
                voltage,
                phases,
                only == null ? unit : only,
                whole || onlyWhole,
                onlyLevel == null ? stackLevel : onlyLevel,
                answersNeeds);
    }
}
