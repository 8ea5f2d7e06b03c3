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
 * Monitoring events and hard-wired notifications (2.1: also connector availability); station to CSMS.
 * Source: OCPP 2.x N07, N08, B01, B04, G01, G03, G04, G05, H01, H04, S03, I08, I12.
 */
public interface NotifyEvent {

    /** What the sender of NotifyEvent says. */
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

    /** The answer to NotifyEvent. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /** Event Data. */
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

    /** Event Trigger. */
    enum EventTrigger {
        Alerting,
        Delta,
        Periodic
    }
}
