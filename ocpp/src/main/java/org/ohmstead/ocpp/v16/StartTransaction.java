package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.TokenText;

/**
 * Reports that a transaction has begun; the answer gives it its number; station to CSMS.
 * Source: OCPP 1.6 §4.8.
 */
public interface StartTransaction {

    /**
     * @param connectorId   connector in use, from 1
     * @param idTag         token it was started with
     * @param meterStart    register at the start, in Wh
     * @param timestamp     start by the clock of the station, possibly long ago if it was offline; UTC
     * @param reservationId reservation that this start uses up
     */
    record Request(
            @Required @Nullable Integer connectorId,
            @Required @MaxLength(20) @TokenText @Nullable String idTag,
            @Required @Nullable Long meterStart,
            @Required @Nullable Instant timestamp,
            @Nullable Integer reservationId)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(
                @Nullable Integer connectorId,
                @Nullable String idTag,
                @Nullable Long meterStart,
                @Nullable Instant timestamp) {
            this(connectorId, idTag, meterStart, timestamp, null);
        }
    }

    /**
     * Always with a number, even for a refused token.
     *
     * @param idTagInfo     verdict on the token; unless Accepted, the station ends the transaction or stops the energy
     * @param transactionId number for this transaction; positive, never used twice
     */
    record Response(IdTagInfo idTagInfo, long transactionId) implements OcppResult {}
}
