package org.ohmstead.ocpp.v16;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.TokenText;

/**
 * Reports that a transaction has ended; it cannot be refused; station to CSMS.
 * Source: OCPP 1.6 §4.10.
 */
public interface StopTransaction {

    /**
     * @param meterStop       register at the end, in Wh
     * @param timestamp       end by the clock of the station, possibly long ago if it was offline; UTC
     * @param transactionId   number from StartTransaction; -1 if the station never got one
     * @param idTag           token it was stopped with; absent if it ended without one
     * @param reason          why it ended; absent: Local
     * @param transactionData readings of the transaction, for billing
     */
    record Request(
            @Required @Nullable Long meterStop,
            @Required @Nullable Instant timestamp,
            @Required @Nullable Long transactionId,
            @MaxLength(20) @TokenText @Nullable String idTag,
            @Nullable Reason reason,
            @Nullable List<MeterValue> transactionData)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(@Nullable Long meterStop, @Nullable Instant timestamp, @Nullable Long transactionId) {
            this(meterStop, timestamp, transactionId, null, null, null);
        }
    }

    /** @param idTagInfo verdict on the token that stopped; absent if there was none */
    record Response(@Nullable IdTagInfo idTagInfo) implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response() {
            this(null);
        }
    }

    /**
     * Why a transaction ended. Local: by the user at the station; DeAuthorized: the token was refused after the start;
     * UnlockCommand: the CSMS unlocked the connector.
     */
    enum Reason {
        EmergencyStop,
        EVDisconnected,
        HardReset,
        Local,
        Other,
        PowerLoss,
        Reboot,
        Remote,
        SoftReset,
        UnlockCommand,
        DeAuthorized
    }
}
