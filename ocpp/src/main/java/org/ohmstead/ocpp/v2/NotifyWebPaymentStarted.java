package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Tells that somebody is paying on the web, so that the EVSE waits for them; CSMS to station.
 * Source: OCPP 2.x C25.
 */
@Since(V21)
public interface NotifyWebPaymentStarted {

    /**
     * @param evseId  EVSE being paid for
     * @param timeout how long to wait for the outcome, in s
     */
    record Request(
            @Range(min = 0) int evseId,
            int timeout,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int evseId, int timeout) {
            this(evseId, timeout, null);
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
