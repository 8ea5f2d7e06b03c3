package org.ohmstead.ocpp.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;

/**
 * Paged list of display messages; station to CSMS.
 * Source: OCPP 2.x O03, O04.
 */
public interface NotifyDisplayMessages {

    /** What the sender of NotifyDisplayMessages says. */
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

    /** The answer to NotifyDisplayMessages. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }
}
