package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;

/**
 * Order a (signed) firmware update; CSMS to station.
 * Source: OCPP 2.x L01, L02.
 */
public interface UpdateFirmware {

    /** What the sender of UpdateFirmware says. */
    record Request(
            int requestId,
            Firmware firmware,
            @Range(min = 0, since = V21) @Nullable Integer retries,
            @Nullable Integer retryInterval,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int requestId, Firmware firmware, @Nullable Integer retries, @Nullable Integer retryInterval) {
            this(requestId, firmware, retries, retryInterval, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int requestId, Firmware firmware) {
            this(requestId, firmware, null, null, null);
        }
    }

    /** The answer to UpdateFirmware. */
    record Response(
            UpdateFirmwareStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(UpdateFirmwareStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(UpdateFirmwareStatus status) {
            this(status, null, null);
        }
    }

    /** Firmware. */
    record Firmware(
            @MaxLength(value = 2000, v201 = 512) String location,
            Instant retrieveDateTime,
            @Nullable Instant installDateTime,
            @MaxLength(5500) @Nullable String signingCertificate,
            @MaxLength(800) @Nullable String signature,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public Firmware(
                String location,
                Instant retrieveDateTime,
                @Nullable Instant installDateTime,
                @Nullable String signingCertificate,
                @Nullable String signature) {
            this(location, retrieveDateTime, installDateTime, signingCertificate, signature, null);
        }
        /** What the specification requires; the rest absent. */
        public Firmware(String location, Instant retrieveDateTime) {
            this(location, retrieveDateTime, null, null, null, null);
        }
    }

    /** Update Firmware Status. */
    enum UpdateFirmwareStatus {
        Accepted,
        Rejected,
        AcceptedCanceled,
        InvalidCertificate,
        RevokedCertificate
    }
}
