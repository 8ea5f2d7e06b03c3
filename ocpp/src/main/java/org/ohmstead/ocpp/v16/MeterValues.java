package org.ohmstead.ocpp.v16;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;

/**
 * Deliver sampled or clock-aligned meter readings; station to CSMS.
 * Source: OCPP 1.6 §4.7.
 */
public interface MeterValues {

    /** What the sender of MeterValues says. */
    record Request(
            @Required @Nullable Integer connectorId,
            @Required @Nullable List<MeterValue> meterValue,
            @Nullable Long transactionId)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(@Nullable Integer connectorId, @Nullable List<MeterValue> meterValue) {
            this(connectorId, meterValue, null);
        }
    }

    /** The answer to MeterValues. */
    record Response() implements OcppResult {}
}
