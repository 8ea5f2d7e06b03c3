package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Since;

/**
 * Power that an EV offers over time.
 *
 * @param evPowerScheduleEntries the offers, one after another in time
 * @param timeAnchor             zero of the entries; UTC
 */
@Since(V21)
public record EVPowerSchedule(
        @Items(min = 1, max = 1024) List<EVPowerScheduleEntry> evPowerScheduleEntries,
        Instant timeAnchor,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public EVPowerSchedule(List<EVPowerScheduleEntry> evPowerScheduleEntries, Instant timeAnchor) {
        this(evPowerScheduleEntries, timeAnchor, null);
    }
}
