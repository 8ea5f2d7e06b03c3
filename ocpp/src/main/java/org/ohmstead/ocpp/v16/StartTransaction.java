package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;

/**
 * Report a started transaction; the answer allocates the transactionId; station to CSMS.
 * Source: OCPP 1.6 §4.8.
 */
public interface StartTransaction {

    /** What the sender of StartTransaction says. */
    record Request(
            @Required @Nullable Integer connectorId,
            @Required @MaxLength(20) @Nullable String idTag,
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

    /** The answer to StartTransaction. */
    record Response(IdTagInfo idTagInfo, long transactionId) implements OcppResult {}
}
