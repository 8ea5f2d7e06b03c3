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
 * Paged list of monitors; station to CSMS.
 * Source: OCPP 2.x N02.
 */
public interface NotifyMonitoringReport {

    /** What the sender of NotifyMonitoringReport says. */
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

    /** The answer to NotifyMonitoringReport. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /** Monitoring Data. */
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

    /** Variable Monitoring. */
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
