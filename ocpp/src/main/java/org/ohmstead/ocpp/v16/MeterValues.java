package org.ohmstead.ocpp.v16;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;

/**
 * Delivers readings, sampled or aligned to the clock; station to CSMS.
 * Source: OCPP 1.6 §4.7.
 */
public interface MeterValues {

    /**
     * @param connectorId   connector measured, from 1; 0 is the main meter
     * @param meterValue    readings by moment; one at least by the text, but stations do send none
     * @param transactionId transaction that ran at that time; absent for readings outside of one
     */
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

    /** Acknowledges receipt; carries nothing. */
    record Response() implements OcppResult {}
}
