package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Remove a display message by id; CSMS to station.
 * Source: OCPP 2.x O05.
 */
public interface ClearDisplayMessage {

    /** What the sender of ClearDisplayMessage says. */
    record Request(
            @Range(min = 0, since = V21) int id, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int id) {
            this(id, null);
        }
    }

    /** The answer to ClearDisplayMessage. */
    record Response(
            ClearMessageStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(ClearMessageStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(ClearMessageStatus status) {
            this(status, null, null);
        }
    }

    /** Clear Message Status. */
    enum ClearMessageStatus {
        Accepted,
        Unknown,
        @Since(V21)
        Rejected
    }
}
