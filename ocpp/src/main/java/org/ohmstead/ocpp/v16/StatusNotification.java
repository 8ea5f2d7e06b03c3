package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;

/**
 * Report connector (or point, connectorId 0) status and error code; station to CSMS.
 * Source: OCPP 1.6 §4.9.
 */
public interface StatusNotification {

    /** What the sender of StatusNotification says. */
    record Request(
            @Required @Nullable Integer connectorId,
            @Required @Nullable ErrorCode errorCode,
            @Required @Nullable ConnectorStatus status,
            @MaxLength(50) @Nullable String info,
            @Nullable Instant timestamp,
            @MaxLength(255) @Nullable String vendorId,
            @MaxLength(50) @Nullable String vendorErrorCode)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(@Nullable Integer connectorId, @Nullable ErrorCode errorCode, @Nullable ConnectorStatus status) {
            this(connectorId, errorCode, status, null, null, null, null);
        }
    }

    /** The answer to StatusNotification. */
    record Response() implements OcppResult {}

    /** Connector Status. */
    enum ConnectorStatus {
        Available,
        Preparing,
        Charging,
        SuspendedEVSE,
        SuspendedEV,
        Finishing,
        Reserved,
        Unavailable,
        Faulted
    }

    /** Error Code. */
    enum ErrorCode {
        ConnectorLockFailure,
        EVCommunicationError,
        GroundFailure,
        HighTemperature,
        InternalError,
        LocalListConflict,
        NoError,
        OtherError,
        OverCurrentFailure,
        PowerMeterFailure,
        PowerSwitchFailure,
        ReaderFailure,
        ResetFailure,
        UnderVoltage,
        OverVoltage,
        WeakSignal
    }
}
