package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Report that priority charging was (de)activated for a transaction; station to CSMS.
 * Source: OCPP 2.x K21, K22.
 */
@Since(V21)
public interface NotifyPriorityCharging {

    /** What the sender of NotifyPriorityCharging says. */
    record Request(
            @MaxLength(36) String transactionId,
            boolean activated,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(String transactionId, boolean activated) {
            this(transactionId, activated, null);
        }
    }

    /** The answer to NotifyPriorityCharging. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }
}
