package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;

/**
 * Register after (re)boot; answer carries registration status, clock and heartbeat/retry interval; station to CSMS.
 * Source: OCPP 1.6 §4.2.
 */
public interface BootNotification {

    /** What the sender of BootNotification says. */
    record Request(
            @Required @MaxLength(20) @Nullable String chargePointVendor,
            @Required @MaxLength(20) @Nullable String chargePointModel,
            @MaxLength(25) @Nullable String chargePointSerialNumber,
            @MaxLength(25) @Nullable String chargeBoxSerialNumber,
            @MaxLength(50) @Nullable String firmwareVersion,
            @MaxLength(20) @Nullable String iccid,
            @MaxLength(20) @Nullable String imsi,
            @MaxLength(25) @Nullable String meterType,
            @MaxLength(25) @Nullable String meterSerialNumber)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(@Nullable String chargePointVendor, @Nullable String chargePointModel) {
            this(chargePointVendor, chargePointModel, null, null, null, null, null, null, null);
        }
    }

    /** The answer to BootNotification. */
    record Response(Status status, Instant currentTime, int interval) implements OcppResult {}

    /** Status. */
    enum Status {
        Accepted,
        Pending,
        Rejected
    }
}
