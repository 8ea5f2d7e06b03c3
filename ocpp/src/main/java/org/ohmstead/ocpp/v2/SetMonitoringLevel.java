package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;

/**
 * Sets how serious an event must be to be reported; CSMS to station.
 * Source: OCPP 2.x N05.
 */
public interface SetMonitoringLevel {

    /** @param severity events up to this number are reported; from 0 (danger to life) to 9 (debugging) */
    record Request(
            @Range(min = 0, since = V21) int severity,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int severity) {
            this(severity, null);
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
