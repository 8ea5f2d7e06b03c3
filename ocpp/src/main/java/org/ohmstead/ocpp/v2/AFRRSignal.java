package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Since;

/**
 * Forward an aFRR grid-frequency signal value to be mapped through the signal-watt curve; CSMS to station.
 * Source: OCPP 2.x Q08.
 */
@Since(V21)
public interface AFRRSignal {

    /** What the sender of AFRRSignal says. */
    record Request(Instant timestamp, int signal, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(Instant timestamp, int signal) {
            this(timestamp, signal, null);
        }
    }

    /** The answer to AFRRSignal. */
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
