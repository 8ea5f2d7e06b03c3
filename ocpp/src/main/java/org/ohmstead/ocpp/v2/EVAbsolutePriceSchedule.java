package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Prices at which an EV will discharge, part of its offer.
 *
 * @param timeAnchor                     zero of the entries; UTC
 * @param currency                       ISO 4217 code
 * @param evAbsolutePriceScheduleEntries the prices, one after another in time
 * @param priceAlgorithm                 URN of the rule by ISO 15118-20 that turns energy fees into a sum
 */
@Since(V21)
public record EVAbsolutePriceSchedule(
        Instant timeAnchor,
        @MaxLength(3) String currency,
        @Items(min = 1, max = 1024) List<EVAbsolutePriceScheduleEntry> evAbsolutePriceScheduleEntries,
        @MaxLength(2000) String priceAlgorithm,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public EVAbsolutePriceSchedule(
            Instant timeAnchor,
            String currency,
            List<EVAbsolutePriceScheduleEntry> evAbsolutePriceScheduleEntries,
            String priceAlgorithm) {
        this(timeAnchor, currency, evAbsolutePriceScheduleEntries, priceAlgorithm, null);
    }
}
