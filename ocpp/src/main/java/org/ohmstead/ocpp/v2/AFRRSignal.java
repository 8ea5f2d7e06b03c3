package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Since;

/**
 * Passes on a signal of automatic frequency restoration, which the station maps to power by its curve; CSMS to station.
 * Source: OCPP 2.x Q08.
 */
@Since(V21)
public interface AFRRSignal {

    /**
     * @param timestamp when the signal takes effect; UTC
     * @param signal    point on the signal axis of v2xSignalWattCurve
     */
    record Request(Instant timestamp, int signal, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(Instant timestamp, int signal) {
            this(timestamp, signal, null);
        }
    }

    /**
     * @param status     Rejected unless a LocalFrequency period with a signal curve is active
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
