package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Reports that priority charging began or ended; station to CSMS.
 * Source: OCPP 2.x K21, K22.
 */
@Since(V21)
public interface NotifyPriorityCharging {

    /**
     * @param transactionId identifier that the station gave the transaction; compared without regard to case
     * @param activated     whether it began; false: it ended
     */
    record Request(
            @MaxLength(36) String transactionId,
            boolean activated,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(String transactionId, boolean activated) {
            this(transactionId, activated, null);
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
