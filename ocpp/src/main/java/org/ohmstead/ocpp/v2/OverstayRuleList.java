package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Since;

/**
 * Fees for staying too long, and when overstay begins.
 *
 * @param overstayRule           the fees
 * @param overstayPowerThreshold power below which overstay counts
 * @param overstayTimeThreshold  how long until overstay begins, in s
 */
@Since(V21)
public record OverstayRuleList(
        @Items(min = 1, max = 5) List<OverstayRule> overstayRule,
        @Nullable RationalNumber overstayPowerThreshold,
        @Nullable Integer overstayTimeThreshold,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public OverstayRuleList(
            List<OverstayRule> overstayRule,
            @Nullable RationalNumber overstayPowerThreshold,
            @Nullable Integer overstayTimeThreshold) {
        this(overstayRule, overstayPowerThreshold, overstayTimeThreshold, null);
    }
    /** What the specification requires; the rest absent. */
    public OverstayRuleList(List<OverstayRule> overstayRule) {
        this(overstayRule, null, null, null);
    }
}
