package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Orders a firmware update with signature and signing certificate; CSMS to station.
 * Source: OCPP 1.6 security extension L01.
 */
public interface SignedUpdateFirmware {

    /**
     * @param requestId     identifier chosen by the CSMS, which the status notifications repeat
     * @param firmware      what to install, and when
     * @param retries       how often to try again after a failure; absent: the station decides
     * @param retryInterval wait before each new attempt, in s; absent: the station decides
     */
    record Request(
            int requestId,
            Firmware firmware,
            @Nullable Integer retries,
            @Nullable Integer retryInterval) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(int requestId, Firmware firmware) {
            this(requestId, firmware, null, null);
        }
    }

    /** @param status Accepted, or why not */
    record Response(UpdateFirmwareStatus status) implements OcppResult {}

    /**
     * A signed firmware image and when to use it.
     *
     * @param location           URL of the image
     * @param retrieveDateTime   earliest start of the download; UTC
     * @param signingCertificate certificate that the signature is checked with, PEM
     * @param signature          signature over the image, base64
     * @param installDateTime    earliest start of the installation; absent: as soon as possible
     */
    record Firmware(
            @MaxLength(512) String location,
            Instant retrieveDateTime,
            @MaxLength(5500) String signingCertificate,
            @MaxLength(800) String signature,
            @Nullable Instant installDateTime) {
        /** What the specification requires; the rest absent. */
        public Firmware(String location, Instant retrieveDateTime, String signingCertificate, String signature) {
            this(location, retrieveDateTime, signingCertificate, signature, null);
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
