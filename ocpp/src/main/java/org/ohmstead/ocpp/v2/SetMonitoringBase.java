package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Select the monitor set to activate; CSMS to station.
 * Source: OCPP 2.x N03.
 */
public interface SetMonitoringBase {

    /** What the sender of SetMonitoringBase says. */
    record Request(MonitoringBase monitoringBase, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(MonitoringBase monitoringBase) {
            this(monitoringBase, null);
        }
    }

    /** The answer to SetMonitoringBase. */
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

    /** Monitoring Base. */
    enum MonitoringBase {
        All,
        FactoryDefault,
        HardWiredOnly
    }
}
