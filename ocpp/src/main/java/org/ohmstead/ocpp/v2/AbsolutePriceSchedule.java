package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/** Absolute Price Schedule. */
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
