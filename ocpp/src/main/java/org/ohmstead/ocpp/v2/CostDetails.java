package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Cost and use of a transaction as the station computed them by a tariff. A reservation counts in the total, but is no
 * period.
 *
 * @param totalCost          what is to be paid
 * @param totalUsage         what was used
 * @param chargingPeriods    the way there; absent in a running update
 * @param failureToCalculate whether the station failed at it; absent: false
 * @param failureReason      why, for people
 */
@Since(V21)
public record CostDetails(
        TotalCost totalCost,
        TotalUsage totalUsage,
        @Items(min = 1) @Nullable List<ChargingPeriod> chargingPeriods,
        @Nullable Boolean failureToCalculate,
        @MaxLength(500) @Nullable String failureReason,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public CostDetails(
            TotalCost totalCost,
            TotalUsage totalUsage,
            @Nullable List<ChargingPeriod> chargingPeriods,
            @Nullable Boolean failureToCalculate,
            @Nullable String failureReason) {
        this(totalCost, totalUsage, chargingPeriods, failureToCalculate, failureReason, null);
    }
    /** What the specification requires; the rest absent. */
    public CostDetails(TotalCost totalCost, TotalUsage totalUsage) {
        this(totalCost, totalUsage, null, null, null, null);
    }
}
