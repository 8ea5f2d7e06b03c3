package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Restarts the station or one EVSE; CSMS to station.
 * Source: OCPP 2.x B11, B12, B13.
 */
public interface Reset {

    /**
     * @param type   what becomes of running transactions
     * @param evseId EVSE to restart; absent: the whole station
     */
    record Request(
            ResetKind type,
            @Range(min = 0, since = V21) @Nullable Integer evseId,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(ResetKind type, @Nullable Integer evseId) {
            this(type, evseId, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(ResetKind type) {
            this(type, null, null);
        }
    }

    /**
     * @param status     whether the restart follows
     * @param statusInfo reason, as code and text
     */
    record Response(
            ResetStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(ResetStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(ResetStatus status) {
            this(status, null, null);
        }
    }

    /** What becomes of running transactions: ended at once, awaited (OnIdle), or continued after the restart. */
    enum ResetKind {
        Immediate,
        OnIdle,
        @Since(V21)
        ImmediateAndResume
    }

    /** Whether the restart follows. Scheduled: once transactions have ended. */
    enum ResetStatus {
        Accepted,
        Rejected,
        Scheduled
    }
}
