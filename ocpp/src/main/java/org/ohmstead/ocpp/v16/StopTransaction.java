package org.ohmstead.ocpp.v16;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;

/**
 * Report a finished transaction with final register and optional meter data; station to CSMS.
 * Source: OCPP 1.6 §4.10.
 */
public interface StopTransaction {

    /** What the sender of StopTransaction says. */
    record Request(
            @Required @Nullable Long meterStop,
            @Required @Nullable Instant timestamp,
            @Required @Nullable Long transactionId,
            @MaxLength(20) @Nullable String idTag,
            @Nullable Reason reason,
            @Nullable List<MeterValue> transactionData)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(@Nullable Long meterStop, @Nullable Instant timestamp, @Nullable Long transactionId) {
            this(meterStop, timestamp, transactionId, null, null, null);
        }
    }

    /** The answer to StopTransaction. */
    record Response(@Nullable IdTagInfo idTagInfo) implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response() {
            this(null);
        }
    }

    /** Reason. */
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
