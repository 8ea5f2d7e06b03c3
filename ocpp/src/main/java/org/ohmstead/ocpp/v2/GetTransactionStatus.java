package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Ask whether a transaction is ongoing and whether messages are queued; CSMS to station.
 * Source: OCPP 2.x E14.
 */
public interface GetTransactionStatus {

    /** What the sender of GetTransactionStatus says. */
    record Request(
            @MaxLength(36) @Nullable String transactionId,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(@Nullable String transactionId) {
            this(transactionId, null);
        }
        /** What the specification requires; the rest absent. */
        public Request() {
            this(null, null);
        }
    }

    /** The answer to GetTransactionStatus. */
    record Response(
            boolean messagesInQueue,
            @Nullable Boolean ongoingIndicator,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(boolean messagesInQueue, @Nullable Boolean ongoingIndicator) {
            this(messagesInQueue, ongoingIndicator, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(boolean messagesInQueue) {
            this(messagesInQueue, null, null);
        }
    }
}
