package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Since;

/**
 * Asks to accept the values of a monitor as a stream; station to CSMS.
 * Source: OCPP 2.x N11.
 */
@Since(V21)
public interface OpenPeriodicEventStream {

    /** @param constantStreamData what the stream will be */
    record Request(
            ConstantStreamData constantStreamData, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(ConstantStreamData constantStreamData) {
            this(constantStreamData, null);
        }
    }

    /**
     * @param status     on Rejected the values come by NotifyEvent instead
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
