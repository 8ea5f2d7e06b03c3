package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Chooses which set of monitors is active; CSMS to station.
 * Source: OCPP 2.x N03.
 */
public interface SetMonitoringBase {

    /** @param monitoringBase the set */
    record Request(MonitoringBase monitoringBase, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(MonitoringBase monitoringBase) {
            this(monitoringBase, null);
        }
    }

    /**
     * @param status     whether the station complied
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

    /** Set of monitors: all preconfigured ones, those that the maker recommends, or only those in hardware. */
    enum MonitoringBase {
        All,
        FactoryDefault,
        HardWiredOnly
    }
}
