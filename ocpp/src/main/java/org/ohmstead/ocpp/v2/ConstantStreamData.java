package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * What stays the same for the whole life of an event stream.
 *
 * @param id                   identifier of the stream
 * @param params               pace of delivery
 * @param variableMonitoringId monitor whose values it carries
 */
@Since(V21)
public record ConstantStreamData(
        @Range(min = 0) int id,
        PeriodicEventStreamParams params,
        @Range(min = 0) int variableMonitoringId,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public ConstantStreamData(int id, PeriodicEventStreamParams params, int variableMonitoringId) {
        this(id, params, variableMonitoringId, null);
    }
}
