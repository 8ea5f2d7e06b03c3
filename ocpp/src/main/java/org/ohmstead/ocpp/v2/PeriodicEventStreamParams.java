package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Pace of an event stream; at least one of the two is present.
 *
 * @param interval time between deliveries, in s
 * @param values   how many values to gather for a delivery
 */
@Since(V21)
public record PeriodicEventStreamParams(
        @Range(min = 0) @Nullable Integer interval,
        @Range(min = 0) @Nullable Integer values,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public PeriodicEventStreamParams(@Nullable Integer interval, @Nullable Integer values) {
        this(interval, values, null);
    }
    /** What the specification requires; the rest absent. */
    public PeriodicEventStreamParams() {
        this(null, null, null);
    }
}
