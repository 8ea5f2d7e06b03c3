package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Report start/end of deviation from schedule because of a DER control; station to CSMS.
 * Source: OCPP 2.x R05.
 */
@Since(V21)
public interface NotifyDERAlarm {

    /** What the sender of NotifyDERAlarm says. */
    record Request(
            DERControl controlType,
            Instant timestamp,
            @Nullable GridEventFault gridEventFault,
            @Nullable Boolean alarmEnded,
            @MaxLength(200) @Nullable String extraInfo,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                DERControl controlType,
                Instant timestamp,
                @Nullable GridEventFault gridEventFault,
                @Nullable Boolean alarmEnded,
                @Nullable String extraInfo) {
            this(controlType, timestamp, gridEventFault, alarmEnded, extraInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(DERControl controlType, Instant timestamp) {
            this(controlType, timestamp, null, null, null, null);
        }
    }

    /** The answer to NotifyDERAlarm. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /** Grid Event Fault. */
    @Since(V21)
    enum GridEventFault {
        CurrentImbalance,
        LocalEmergency,
        LowInputPower,
        OverCurrent,
        OverFrequency,
        OverVoltage,
        PhaseRotation,
        RemoteEmergency,
        UnderFrequency,
        UnderVoltage,
        VoltageImbalance
    }
}
