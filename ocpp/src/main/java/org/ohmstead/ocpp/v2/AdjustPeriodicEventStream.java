package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Changes how often an open event stream delivers; CSMS to station.
 * Source: OCPP 2.x N14.
 */
@Since(V21)
public interface AdjustPeriodicEventStream {

    /**
     * @param id     stream to change
     * @param params the new pace
     */
    record Request(
            @Range(min = 0) int id,
            PeriodicEventStreamParams params,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int id, PeriodicEventStreamParams params) {
            this(id, params, null);
        }
    }

    /**
     * @param status     whether the station complied
     * @param statusInfo reason, as code and text
     */
    record Response(
            GenericStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(GenericStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(GenericStatus status) {
            this(status, null, null);
        }
    }
}
