package org.ohmstead.ocpp.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;

/**
 * Lists display messages, in parts; station to CSMS.
 * Source: OCPP 2.x O03, O04.
 */
public interface NotifyDisplayMessages {

    /**
     * @param requestId   the one of GetDisplayMessages
     * @param messageInfo messages of this part
     * @param tbc         whether another part follows; absent: false
     */
    record Request(
            int requestId,
            @Items(min = 1) @Nullable List<MessageInfo> messageInfo,
            @Nullable Boolean tbc,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int requestId, @Nullable List<MessageInfo> messageInfo, @Nullable Boolean tbc) {
            this(requestId, messageInfo, tbc, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int requestId) {
            this(requestId, null, null, null);
        }
    }

    /** Acknowledges receipt; carries nothing. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }
}
