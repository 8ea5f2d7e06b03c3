package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/** Constant Stream Data. */
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
