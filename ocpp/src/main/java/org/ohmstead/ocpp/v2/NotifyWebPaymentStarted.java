package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Tell the station that a QR web payment is in progress so it can lock the EVSE; CSMS to station.
 * Source: OCPP 2.x C25.
 */
@Since(V21)
public interface NotifyWebPaymentStarted {

    /** What the sender of NotifyWebPaymentStarted says. */
    record Request(
            @Range(min = 0) int evseId,
            int timeout,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int evseId, int timeout) {
            this(evseId, timeout, null);
        }
    }

    /** The answer to NotifyWebPaymentStarted. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }
}
