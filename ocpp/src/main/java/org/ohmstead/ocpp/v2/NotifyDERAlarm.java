package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Reports that an event in the grid set a control off, or that it is over; station to CSMS.
 * Source: OCPP 2.x R05.
 */
@Since(V21)
public interface NotifyDERAlarm {

    /**
     * @param controlType    control that acted
     * @param timestamp      when it happened by the clock of the station; UTC
     * @param gridEventFault what happened in the grid
     * @param alarmEnded     whether the alarm is over; absent: false
     * @param extraInfo      details from the EV
     */
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

    /** Acknowledges receipt; carries nothing. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /** Event in the grid that set off a control. */
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
