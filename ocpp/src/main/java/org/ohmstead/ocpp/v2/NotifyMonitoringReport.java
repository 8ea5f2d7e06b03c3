package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.Since;

/**
 * Lists monitors, in parts; station to CSMS.
 * Source: OCPP 2.x N02.
 */
public interface NotifyMonitoringReport {

    /**
     * @param requestId   the one of GetMonitoringReport
     * @param seqNo       number of this part, from 0
     * @param generatedAt when the station composed this message; UTC
     * @param monitor     monitors of this part, by variable
     * @param tbc         whether another part follows; absent: false
     */
    record Request(
            int requestId,
            @Range(min = 0, since = V21) int seqNo,
            Instant generatedAt,
            @Items(min = 1) @Nullable List<MonitoringData> monitor,
            @Nullable Boolean tbc,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                int requestId,
                int seqNo,
                Instant generatedAt,
                @Nullable List<MonitoringData> monitor,
                @Nullable Boolean tbc) {
            this(requestId, seqNo, generatedAt, monitor, tbc, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int requestId, int seqNo, Instant generatedAt) {
            this(requestId, seqNo, generatedAt, null, null, null);
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
     * The monitors of one variable.
     *
     * @param component          component of the device model
     * @param variable           variable of the component
     * @param variableMonitoring the monitors
     */
    record MonitoringData(
            Component component,
            Variable variable,
            @Items(min = 1) List<VariableMonitoring> variableMonitoring,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public MonitoringData(Component component, Variable variable, List<VariableMonitoring> variableMonitoring) {
            this(component, variable, variableMonitoring, null);
        }
    }

    /**
     * One monitor as it is set.
     *
     * @param id                    identifier given by the station
     * @param transaction           whether it acts only during a transaction
     * @param value                 bound, change or target distance; an interval in s for the periodic types
     * @param type                  when it reports
     * @param severity              from 0 (danger to life) to 9 (debugging); 5 is the usual one
     * @param eventNotificationType who set it
     */
    record VariableMonitoring(
            @Range(min = 0, since = V21) int id,
            boolean transaction,
            BigDecimal value,
            Monitor type,
            @Range(min = 0, since = V21) int severity,
            @Since(V21) @Required(V21) @Nullable EventNotification eventNotificationType,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public VariableMonitoring(
                int id,
                boolean transaction,
                BigDecimal value,
                Monitor type,
                int severity,
                @Nullable EventNotification eventNotificationType) {
            this(id, transaction, value, type, severity, eventNotificationType, null);
        }
    }
}
