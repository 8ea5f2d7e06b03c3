package org.ohmstead.ocpp.v2;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;

/**
 * Registers the station after a start and tells what it is; the answer says whether it may work; station to CSMS.
 * Source: OCPP 2.x B01, B02, B03, B11, B12, B13, L01.
 */
public interface BootNotification {

    /**
     * @param chargingStation the station
     * @param reason          why it started
     */
    record Request(
            ChargingStation chargingStation,
            @Required @Nullable BootReason reason,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(ChargingStation chargingStation, @Nullable BootReason reason) {
            this(chargingStation, reason, null);
        }
    }

    /**
     * @param currentTime clock of the CSMS, to which the station sets its own; UTC
     * @param interval    if Accepted the heartbeat period, else the least wait before the next attempt; in s
     * @param status      answer about the registration
     * @param statusInfo  reason, as code and text
     */
    record Response(
            Instant currentTime,
            int interval,
            RegistrationStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(Instant currentTime, int interval, RegistrationStatus status, @Nullable StatusInfo statusInfo) {
            this(currentTime, interval, status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(Instant currentTime, int interval, RegistrationStatus status) {
            this(currentTime, interval, status, null, null);
        }
    }

    /** Why the station started. Triggered: it did not, but was asked for this message; Watchdog: it hung. */
    enum BootReason {
        ApplicationReset,
        FirmwareUpdate,
        LocalReset,
        PowerUp,
        RemoteReset,
        ScheduledReset,
        Triggered,
        Unknown,
        Watchdog
    }

    /**
     * What a station is.
     *
     * @param model           model name
     * @param vendorName      name of the manufacturer, not necessarily unique
     * @param serialNumber    serial number; under security profile 3 the one in the certificate
     * @param modem           its mobile radio; absent: it has none
     * @param firmwareVersion firmware that runs now
     */
    record ChargingStation(
            @Required @MaxLength(20) @Nullable String model,
            @Required @MaxLength(50) @Nullable String vendorName,
            @MaxLength(25) @Nullable String serialNumber,
            @Nullable Modem modem,
            @MaxLength(50) @Nullable String firmwareVersion,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public ChargingStation(
                @Nullable String model,
                @Nullable String vendorName,
                @Nullable String serialNumber,
                @Nullable Modem modem,
                @Nullable String firmwareVersion) {
            this(model, vendorName, serialNumber, modem, firmwareVersion, null);
        }
        /** What the specification requires; the rest absent. */
        public ChargingStation(@Nullable String model, @Nullable String vendorName) {
            this(model, vendorName, null, null, null, null);
        }
    }

    /**
     * Identity of the modem.
     *
     * @param iccid number of the SIM card
     * @param imsi  subscriber number on the SIM card
     */
    record Modem(
            @MaxLength(20) @Nullable String iccid,
            @MaxLength(20) @Nullable String imsi,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public Modem(@Nullable String iccid, @Nullable String imsi) {
            this(iccid, imsi, null);
        }
        /** What the specification requires; the rest absent. */
        public Modem() {
            this(null, null, null);
        }
    }

    /**
     * Whether the station may work. Pending: the CSMS may configure it first, and the station sends only what it is
     * asked for; Rejected: silence until the interval is over.
     */
    enum RegistrationStatus {
        Accepted,
        Pending,
        Rejected
    }
}
