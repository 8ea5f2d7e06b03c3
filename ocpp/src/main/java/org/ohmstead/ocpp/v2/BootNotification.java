package org.ohmstead.ocpp.v2;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;

/**
 * Register after (re)boot; answer carries registration status, clock and heartbeat/retry interval; station to CSMS.
 * Source: OCPP 2.x B01, B02, B03, B11, B12, B13, L01.
 */
public interface BootNotification {

    /** What the sender of BootNotification says. */
    record Request(
            ChargingStation chargingStation,
            @Required @Nullable BootReason reason,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(ChargingStation chargingStation, @Nullable BootReason reason) {
            this(chargingStation, reason, null);
        }
    }

    /** The answer to BootNotification. */
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

    /** Boot Reason. */
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

    /** Charging Station. */
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

    /** Modem. */
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

    /** Registration Status. */
    enum RegistrationStatus {
        Accepted,
        Pending,
        Rejected
    }
}
