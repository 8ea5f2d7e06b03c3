package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * A fee for staying too long.
 *
 * @param overstayFee             amount
 * @param startTime               when it is due, in s after overstay began
 * @param overstayFeePeriod       after which it is due again, in s
 * @param overstayRuleDescription text for the driver
 */
@Since(V21)
public record OverstayRule(
        RationalNumber overstayFee,
        int startTime,
        int overstayFeePeriod,
        @MaxLength(32) @Nullable String overstayRuleDescription,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public OverstayRule(
            RationalNumber overstayFee,
            int startTime,
            int overstayFeePeriod,
            @Nullable String overstayRuleDescription) {
        this(overstayFee, startTime, overstayFeePeriod, overstayRuleDescription, null);
    }
    /** What the specification requires; the rest absent. */
    public OverstayRule(RationalNumber overstayFee, int startTime, int overstayFeePeriod) {
        this(overstayFee, startTime, overstayFeePeriod, null, null);
    }
}
