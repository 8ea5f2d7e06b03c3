package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;

/**
 * Registers the station after a start and tells what it is; the answer says whether it may work; station to CSMS.
 * Source: OCPP 1.6 §4.2.
 */
public interface BootNotification {

    /**
     * @param chargePointVendor       name of the manufacturer
     * @param chargePointModel        model name
     * @param chargePointSerialNumber serial number of the station
     * @param chargeBoxSerialNumber   serial number of the charge box inside; not the identity of the connection, and
     *                                deprecated
     * @param firmwareVersion         firmware that runs now
     * @param iccid                   number of the SIM card in the modem
     * @param imsi                    subscriber number on the SIM card
     * @param meterType               type of the main meter
     * @param meterSerialNumber       serial number of the main meter
     */
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

    /**
     * @param status      answer about the registration
     * @param currentTime clock of the CSMS, to which the station sets its own; UTC
     * @param interval    if Accepted the heartbeat period, else the least wait before the next attempt; in s, 0 leaves
     *                    it to the station
     */
    record Response(Status status, Instant currentTime, int interval) implements OcppResult {}

    /**
     * Whether the station may work. Pending: the CSMS may configure it first, and the station sends only what it is
     * asked for; Rejected: silence until the interval is over.
     */
    enum Status {
        Accepted,
        Pending,
        Rejected
    }
}
