package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Removes a display message; CSMS to station.
 * Source: OCPP 2.x O05.
 */
public interface ClearDisplayMessage {

    /** @param id message to remove */
    record Request(
            @Range(min = 0, since = V21) int id, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int id) {
            this(id, null);
        }
    }

    /**
     * @param status     Unknown when there is no such message
     * @param statusInfo reason, as code and text
     */
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

    /** Outcome of a removal. Unknown: there is no such message. */
    enum ClearMessageStatus {
        Accepted,
        Unknown,
        @Since(V21)
        Rejected
    }
}
