package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;

/**
 * Reports state and error of a connector or of the station; station to CSMS.
 * Source: OCPP 1.6 §4.9.
 */
public interface StatusNotification {

    /**
     * @param connectorId     connector, numbered from 1; 0 is the station as a whole
     * @param errorCode       NoError unless something is wrong
     * @param status          state after the change; connectorId 0 knows only Available, Unavailable and Faulted
     * @param info            details in free text
     * @param timestamp       when the state was entered; absent: on receipt
     * @param vendorId        vendor whose error code follows
     * @param vendorErrorCode error code of the vendor
     */
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

    /** Acknowledges receipt; carries nothing. */
    record Response() implements OcppResult {}

    /**
     * State of a connector. Preparing: plugged or authorized, no transaction yet; SuspendedEV: the EV takes nothing;
     * SuspendedEVSE: the station gives nothing; Finishing: transaction over, cable still in.
     */
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

    /**
     * What is wrong with a connector or the station. LocalListConflict: the CSMS contradicted the local list;
     * WeakSignal: poor radio reception.
     */
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
