package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Sets monitors, or changes them; CSMS to station.
 * Source: OCPP 2.x N04, N11, N13.
 */
public interface SetVariableMonitoring {

    /** @param setMonitoringData the monitors */
    record Request(
            @Items(min = 1) List<SetMonitoringData> setMonitoringData,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(List<SetMonitoringData> setMonitoringData) {
            this(setMonitoringData, null);
        }
    }

    /** @param setMonitoringResult one entry per item, not necessarily in the same order */
    record Response(
            @Items(min = 1) List<SetMonitoringResult> setMonitoringResult,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(List<SetMonitoringResult> setMonitoringResult) {
            this(setMonitoringResult, null);
        }
    }

    /**
     * A monitor to set.
     *
     * @param value               bound, change or target distance; an interval in s for the periodic types
     * @param type                when it reports
     * @param severity            from 0 (danger to life) to 9 (debugging); 5 is the usual one
     * @param component           component of the device model
     * @param variable            variable of the component
     * @param id                  monitor to replace; absent: a new one, which the station numbers
     * @param transaction         whether it acts only during a transaction; absent: false
     * @param periodicEventStream pace, if a periodic monitor shall deliver a stream
     */
    record SetMonitoringData(
            BigDecimal value,
            Monitor type,
            @Range(min = 0, since = V21) int severity,
            Component component,
            Variable variable,
            @Range(min = 0, since = V21) @Nullable Integer id,
            @Nullable Boolean transaction,
            @Since(V21) @Nullable PeriodicEventStreamParams periodicEventStream,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public SetMonitoringData(
                BigDecimal value,
                Monitor type,
                int severity,
                Component component,
                Variable variable,
                @Nullable Integer id,
                @Nullable Boolean transaction,
                @Nullable PeriodicEventStreamParams periodicEventStream) {
            this(value, type, severity, component, variable, id, transaction, periodicEventStream, null);
        }
        /** What the specification requires; the rest absent. */
        public SetMonitoringData(BigDecimal value, Monitor type, int severity, Component component, Variable variable) {
            this(value, type, severity, component, variable, null, null, null, null);
        }
    }

    /**
     * What became of one monitor.
     *
     * @param status     outcome
     * @param type       when it reports
     * @param component  component of the device model
     * @param variable   variable of the component
     * @param severity   from 0 (danger to life) to 9 (debugging); 5 is the usual one
     * @param id         identifier given by the station; absent unless Accepted
     * @param statusInfo reason, as code and text
     */
    record SetMonitoringResult(
            SetMonitoringStatus status,
            Monitor type,
            Component component,
            Variable variable,
            @Range(min = 0, since = V21) int severity,
            @Range(min = 0, since = V21) @Nullable Integer id,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public SetMonitoringResult(
                SetMonitoringStatus status,
                Monitor type,
                Component component,
                Variable variable,
                int severity,
                @Nullable Integer id,
                @Nullable StatusInfo statusInfo) {
            this(status, type, component, variable, severity, id, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public SetMonitoringResult(
                SetMonitoringStatus status, Monitor type, Component component, Variable variable, int severity) {
            this(status, type, component, variable, severity, null, null, null);
        }
    }

    /** Outcome of setting. Duplicate: there is one of this type and severity already. */
    enum SetMonitoringStatus {
        Accepted,
        UnknownComponent,
        UnknownVariable,
        UnsupportedMonitorType,
        Rejected,
        Duplicate
    }
}
