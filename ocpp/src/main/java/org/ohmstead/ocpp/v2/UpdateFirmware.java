package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;

/**
 * Orders a firmware update; CSMS to station.
 * Source: OCPP 2.x L01, L02.
 */
public interface UpdateFirmware {

    /**
     * @param requestId     identifier chosen by the CSMS; the messages that follow repeat it
     * @param firmware      what to install, and when
     * @param retries       how often to try again after a failure, 0 for never; absent: the station decides
     * @param retryInterval wait before each new attempt, in s; absent: the station decides
     */
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

    /**
     * @param status     Accepted, or why not
     * @param statusInfo reason, as code and text
     */
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

    /**
     * A firmware image and when to use it.
     *
     * @param location           URL of the image
     * @param retrieveDateTime   earliest start of the download; UTC
     * @param installDateTime    earliest start of the installation; absent: as soon as possible
     * @param signingCertificate certificate that the signature is checked with, PEM; absent: unsigned
     * @param signature          signature over the image, base64; absent: unsigned
     */
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

    /** Answer to the order of an update. AcceptedCanceled: accepted, and an earlier one was broken off for it. */
    enum UpdateFirmwareStatus {
        Accepted,
        Rejected,
        AcceptedCanceled,
        InvalidCertificate,
        RevokedCertificate
    }
}
