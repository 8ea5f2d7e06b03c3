package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.Since;

/**
 * Reports what monitors and components noticed; station to CSMS.
 * Source: OCPP 2.x N07, N08, B01, B04, G01, G03, G04, G05, H01, H04, S03, I08, I12.
 */
public interface NotifyEvent {

    /**
     * @param generatedAt when the station composed this message; UTC
     * @param seqNo       number of this part, from 0
     * @param eventData   events of this part
     * @param tbc         whether another part follows; absent: false
     */
    record Request(
            @Required @Nullable Instant generatedAt,
            @Required @Range(min = 0, since = V21) @Nullable Integer seqNo,
            @Items(min = 1) List<EventData> eventData,
            @Nullable Boolean tbc,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                @Nullable Instant generatedAt,
                @Nullable Integer seqNo,
                List<EventData> eventData,
                @Nullable Boolean tbc) {
            this(generatedAt, seqNo, eventData, tbc, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(@Nullable Instant generatedAt, @Nullable Integer seqNo, List<EventData> eventData) {
            this(generatedAt, seqNo, eventData, null, null);
        }
    }

    /** Acknowledges receipt; carries nothing. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /**
     * One event of the device model.
     *
     * @param eventId               identifier of the event, for others to name as their cause
     * @param timestamp             when it was noticed; UTC
     * @param trigger               what made the monitor report
     * @param actualValue           value of the variable at that time, as text
     * @param component             component of the device model
     * @param eventNotificationType where the event comes from
     * @param variable              variable of the component
     * @param cause                 event that led to this one; absent: unknown
     * @param techCode              code from the component
     * @param techInfo              details from the component
     * @param cleared               whether it is the return to normal; absent: false
     * @param transactionId         transaction that it belongs to; absent: none
     * @param variableMonitoringId  monitor that reported; absent: not one with an identifier
     * @param severity              from 0 (danger to life) to 9 (debugging); 5 is the usual one
     */
    record EventData(
            @Range(min = 0, since = V21) int eventId,
            @Required @Nullable Instant timestamp,
            @Required @Nullable EventTrigger trigger,
            @MaxLength(2500) String actualValue,
            Component component,
            @Required @Nullable EventNotification eventNotificationType,
            Variable variable,
            @Range(min = 0, since = V21) @Nullable Integer cause,
            @MaxLength(50) @Nullable String techCode,
            @MaxLength(500) @Nullable String techInfo,
            @Nullable Boolean cleared,
            @MaxLength(36) @Nullable String transactionId,
            @Range(min = 0, since = V21) @Nullable Integer variableMonitoringId,
            @Since(V21) @Range(min = 0) @Nullable Integer severity,
            @Nullable CustomData customData) {
        /** What the specification requires; the rest absent. */
        public EventData(
                int eventId,
                @Nullable Instant timestamp,
                @Nullable EventTrigger trigger,
                String actualValue,
                Component component,
                @Nullable EventNotification eventNotificationType,
                Variable variable) {
            this(
                    eventId,
                    timestamp,
                    trigger,
                    actualValue,
                    component,
                    eventNotificationType,
                    variable,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** What made a monitor report: a bound, a change, or the time. */
    enum EventTrigger {
        Alerting,
        Delta,
        Periodic
    }
}
