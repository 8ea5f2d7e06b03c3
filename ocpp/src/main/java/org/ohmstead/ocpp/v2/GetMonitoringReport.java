package org.ohmstead.ocpp.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;

/**
 * Asks for the monitors set, which follow in NotifyMonitoringReport; CSMS to station.
 * Source: OCPP 2.x N02.
 */
public interface GetMonitoringReport {

    /**
     * @param requestId          identifier chosen by the CSMS; the messages that follow repeat it
     * @param componentVariable  variables concerned; absent: all
     * @param monitoringCriteria kinds of monitors; absent: all
     */
    record Request(
            int requestId,
            @Items(min = 1) @Nullable List<ComponentVariable> componentVariable,
            @Items(min = 1, max = 3) @Nullable List<MonitoringCriterion> monitoringCriteria,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                int requestId,
                @Nullable List<ComponentVariable> componentVariable,
                @Nullable List<MonitoringCriterion> monitoringCriteria) {
            this(requestId, componentVariable, monitoringCriteria, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int requestId) {
            this(requestId, null, null, null);
        }
    }

    /**
     * @param status     whether a report follows
     * @param statusInfo reason, as code and text
     */
    record Response(
            GenericDeviceModelStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(GenericDeviceModelStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(GenericDeviceModelStatus status) {
            this(status, null, null);
        }
    }

    /** Kind of monitor to report. */
    enum MonitoringCriterion {
        ThresholdMonitoring,
        DeltaMonitoring,
        PeriodicMonitoring
    }
}
