package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Since;

/**
 * Ask CSMS to accept a periodic event stream for a monitor; station to CSMS.
 * Source: OCPP 2.x N11.
 */
@Since(V21)
public interface OpenPeriodicEventStream {

    /** What the sender of OpenPeriodicEventStream says. */
    record Request(
            ConstantStreamData constantStreamData, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(ConstantStreamData constantStreamData) {
            this(constantStreamData, null);
        }
    }

    /** The answer to OpenPeriodicEventStream. */
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
