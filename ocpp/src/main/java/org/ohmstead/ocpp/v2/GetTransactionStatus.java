package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Asks whether a transaction runs, and whether messages wait to be sent; CSMS to station.
 * Source: OCPP 2.x E14.
 */
public interface GetTransactionStatus {

    /** @param transactionId transaction asked about; absent: messages of any */
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

    /**
     * @param messagesInQueue  whether messages about transactions wait at the station
     * @param ongoingIndicator whether the transaction runs; absent if none was named
     */
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
