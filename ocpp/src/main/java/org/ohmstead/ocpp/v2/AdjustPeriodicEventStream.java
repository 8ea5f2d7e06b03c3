package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Change flushing interval/size of an open event stream; CSMS to station.
 * Source: OCPP 2.x N14.
 */
@Since(V21)
public interface AdjustPeriodicEventStream {

    /** What the sender of AdjustPeriodicEventStream says. */
    record Request(
            @Range(min = 0) int id,
            PeriodicEventStreamParams params,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int id, PeriodicEventStreamParams params) {
            this(id, params, null);
        }
    }

    /** The answer to AdjustPeriodicEventStream. */
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
