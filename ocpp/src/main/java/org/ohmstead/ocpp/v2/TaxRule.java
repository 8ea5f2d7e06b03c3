package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * A tax of a price schedule, and which fees it is due on.
 *
 * @param taxRuleID                   identifier of the rule
 * @param appliesToEnergyFee          whether on energy
 * @param appliesToParkingFee         whether on parking
 * @param appliesToOverstayFee        whether on overstay
 * @param appliesToMinimumMaximumCost whether on the least and the greatest cost
 * @param taxRate                     the rate
 * @param taxRuleName                 text for the driver
 * @param taxIncludedInPrice          whether prices include it
 */
@Since(V21)
public record TaxRule(
        @Range(min = 0) int taxRuleID,
        boolean appliesToEnergyFee,
        boolean appliesToParkingFee,
        boolean appliesToOverstayFee,
        boolean appliesToMinimumMaximumCost,
        RationalNumber taxRate,
        @MaxLength(100) @Nullable String taxRuleName,
        @Nullable Boolean taxIncludedInPrice,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public TaxRule(
            int taxRuleID,
            boolean appliesToEnergyFee,
            boolean appliesToParkingFee,
            boolean appliesToOverstayFee,
            boolean appliesToMinimumMaximumCost,
            RationalNumber taxRate,
            @Nullable String taxRuleName,
            @Nullable Boolean taxIncludedInPrice) {
        this(
                taxRuleID,
                appliesToEnergyFee,
                appliesToParkingFee,
                appliesToOverstayFee,
                appliesToMinimumMaximumCost,
                taxRate,
                taxRuleName,
                taxIncludedInPrice,
                null);
    }
    /** What the specification requires; the rest absent. */
    public TaxRule(
            int taxRuleID,
            boolean appliesToEnergyFee,
            boolean appliesToParkingFee,
            boolean appliesToOverstayFee,
            boolean appliesToMinimumMaximumCost,
            RationalNumber taxRate) {
        this(
                taxRuleID,
                appliesToEnergyFee,
                appliesToParkingFee,
                appliesToOverstayFee,
                appliesToMinimumMaximumCost,
                taxRate,
                null,
                null,
                null);
    }
}
