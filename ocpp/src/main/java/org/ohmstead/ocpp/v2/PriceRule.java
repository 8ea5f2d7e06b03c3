package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Prices from a level of power on, up to the next rule.
 *
 * @param energyFee                     price per kWh
 * @param powerRangeStart               lower bound of the power
 * @param parkingFeePeriod              length that the parking fee is for, in s
 * @param carbonDioxideEmission         emission in g/kWh
 * @param renewableGenerationPercentage share of renewables, in %
 * @param parkingFee                    price for parking
 */
@Since(V21)
public record PriceRule(
        RationalNumber energyFee,
        RationalNumber powerRangeStart,
        @Nullable Integer parkingFeePeriod,
        @Range(min = 0) @Nullable Integer carbonDioxideEmission,
        @Range(min = 0, max = 100) @Nullable Integer renewableGenerationPercentage,
        @Nullable RationalNumber parkingFee,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public PriceRule(
            RationalNumber energyFee,
            RationalNumber powerRangeStart,
            @Nullable Integer parkingFeePeriod,
            @Nullable Integer carbonDioxideEmission,
            @Nullable Integer renewableGenerationPercentage,
            @Nullable RationalNumber parkingFee) {
        this(
                energyFee,
                powerRangeStart,
                parkingFeePeriod,
                carbonDioxideEmission,
                renewableGenerationPercentage,
                parkingFee,
                null);
    }
    /** What the specification requires; the rest absent. */
    public PriceRule(RationalNumber energyFee, RationalNumber powerRangeStart) {
        this(energyFee, powerRangeStart, null, null, null, null, null);
    }
}
