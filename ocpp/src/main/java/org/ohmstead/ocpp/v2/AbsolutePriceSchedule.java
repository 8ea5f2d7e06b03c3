package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Prices per time and power in the form of ISO 15118-20, kept exactly so that a signature over it stays valid.
 *
 * @param timeAnchor                 zero of the entries; UTC
 * @param priceScheduleID            identifier of the schedule
 * @param currency                   ISO 4217 code
 * @param language                   language of the texts, ISO 639
 * @param priceAlgorithm             URN of the rule that turns energy fees into a sum
 * @param priceRuleStacks            the prices, one stack after another in time
 * @param priceScheduleDescription   text for the driver
 * @param minimumCost                least amount to pay; absent: none
 * @param maximumCost                greatest amount to pay; absent: none
 * @param taxRules                   taxes that the fees refer to
 * @param overstayRuleList           fees for staying too long; absent: none
 * @param additionalSelectedServices services billed on top
 */
@Since(V21)
public record AbsolutePriceSchedule(
        Instant timeAnchor,
        @Range(min = 0) int priceScheduleID,
        @MaxLength(3) String currency,
        @MaxLength(8) String language,
        @MaxLength(2000) String priceAlgorithm,
        @Items(min = 1, max = 1024) List<PriceRuleStack> priceRuleStacks,
        @MaxLength(160) @Nullable String priceScheduleDescription,
        @Nullable RationalNumber minimumCost,
        @Nullable RationalNumber maximumCost,
        @Items(min = 1, max = 10) @Nullable List<TaxRule> taxRules,
        @Nullable OverstayRuleList overstayRuleList,
        @Items(min = 1, max = 5) @Nullable List<AdditionalSelectedServices> additionalSelectedServices,
        @Nullable CustomData customData) {
    /** What the specification requires; the rest absent. */
    public AbsolutePriceSchedule(
            Instant timeAnchor,
            int priceScheduleID,
            String currency,
            String language,
            String priceAlgorithm,
            List<PriceRuleStack> priceRuleStacks) {
        this(
                timeAnchor,
                priceScheduleID,
                currency,
                language,
                priceAlgorithm,
                priceRuleStacks,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
