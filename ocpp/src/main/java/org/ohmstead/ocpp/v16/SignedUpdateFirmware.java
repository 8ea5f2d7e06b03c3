package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Order a firmware update with signature and signing certificate; CSMS to station.
 * Source: OCPP 1.6 security extension L01.
 */
public interface SignedUpdateFirmware {

    /** What the sender of SignedUpdateFirmware says. */
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

    /** The answer to SignedUpdateFirmware. */
    record Response(UpdateFirmwareStatus status) implements OcppResult {}

    /** Firmware. */
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

    /** Update Firmware Status. */
    enum UpdateFirmwareStatus {
        Accepted,
        Rejected,
        AcceptedCanceled,
        InvalidCertificate,
        RevokedCertificate
    }
}
