package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Range;

/**
 * Asks for display messages, which follow in NotifyDisplayMessages; CSMS to station.
 * Source: OCPP 2.x O03, O04.
 */
public interface GetDisplayMessages {

    /**
     * A message is meant when it matches every field present.
     *
     * @param requestId identifier chosen by the CSMS; the messages that follow repeat it
     * @param id        identifiers; absent: any
     * @param priority  priority; absent: any
     * @param state     state in which it is shown; absent: any
     */
    record Request(
            int requestId,

            @Items(min = 1) @Range(min = 0, since = V21) @Nullable
            List<Integer> id,

            @Nullable MessagePriority priority,
            @Nullable MessageState state,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                int requestId,
                @Nullable List<Integer> id,
                @Nullable MessagePriority priority,
                @Nullable MessageState state) {
            this(requestId, id, priority, state, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int requestId) {
            this(requestId, null, null, null, null);
        }
    }

    /**
     * @param status     whether a report follows
     * @param statusInfo reason, as code and text
     */
    record Response(
            GetDisplayMessagesStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(GetDisplayMessagesStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(GetDisplayMessagesStatus status) {
            this(status, null, null);
        }
    }

    /** Whether a report follows. Unknown: nothing matched, so none does. */
    enum GetDisplayMessagesStatus {
        Accepted,
        Unknown
    }
}
