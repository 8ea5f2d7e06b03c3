package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Ask for a standard device-model inventory report; CSMS to station.
 * Source: OCPP 2.x B07, B02.
 */
public interface GetBaseReport {

    /** What the sender of GetBaseReport says. */
    record Request(
            int requestId, ReportBase reportBase, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int requestId, ReportBase reportBase) {
            this(requestId, reportBase, null);
        }
    }

    /** The answer to GetBaseReport. */
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

    /** Report Base. */
    enum ReportBase {
        ConfigurationInventory,
        FullInventory,
        SummaryInventory
    }
}
