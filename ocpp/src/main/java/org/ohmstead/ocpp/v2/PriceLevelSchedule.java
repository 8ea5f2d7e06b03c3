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
 * Price levels over time in the form of ISO 15118-20, kept exactly so that a signature over it stays valid.
 *
 * @param priceLevelScheduleEntries the levels, one after another in time
 * @param timeAnchor                zero of the entries; UTC
 * @param priceScheduleId           identifier of the schedule
 * @param numberOfPriceLevels       how many levels there are in all schedules
 * @param priceScheduleDescription  text for the driver
 */
@Since(V21)
public record PriceLevelSchedule(
        @Items(min = 1, max = 100) List<PriceLevelScheduleEntry> priceLevelScheduleEntries,
        Instant timeAnchor,
        @Range(min = 0) int priceScheduleId,
        @Range(min = 0) int numberOfPriceLevels,
        @MaxLength(32) @Nullable String priceScheduleDescription,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public PriceLevelSchedule(
            List<PriceLevelScheduleEntry> priceLevelScheduleEntries,
            Instant timeAnchor,
            int priceScheduleId,
            int numberOfPriceLevels,
            @Nullable String priceScheduleDescription) {
        this(
                priceLevelScheduleEntries,
                timeAnchor,
                priceScheduleId,
                numberOfPriceLevels,
                priceScheduleDescription,
                null);
    }
    /** What the specification requires; the rest absent. */
    public PriceLevelSchedule(
            List<PriceLevelScheduleEntry> priceLevelScheduleEntries,
            Instant timeAnchor,
            int priceScheduleId,
            int numberOfPriceLevels) {
        this(priceLevelScheduleEntries, timeAnchor, priceScheduleId, numberOfPriceLevels, null, null);
    }
}
