package org.ohmstead.ocpp.v2;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Tells the station what a transaction costs so far; CSMS to station.
 * Source: OCPP 2.x I02, E16.
 */
public interface CostUpdated {

    /**
     * @param totalCost     cost until now with taxes, in the currency of the station
     * @param transactionId transaction concerned
     */
    record Request(
            BigDecimal totalCost,
            @MaxLength(36) String transactionId,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(BigDecimal totalCost, String transactionId) {
            this(totalCost, transactionId, null);
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
