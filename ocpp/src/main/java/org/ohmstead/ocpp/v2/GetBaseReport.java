package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Asks for a standard report of the device model; CSMS to station.
 * Source: OCPP 2.x B07, B02.
 */
public interface GetBaseReport {

    /**
     * @param requestId  identifier chosen by the CSMS; the messages that follow repeat it
     * @param reportBase how much
     */
    record Request(
            int requestId, ReportBase reportBase, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int requestId, ReportBase reportBase) {
            this(requestId, reportBase, null);
        }
    }

    /**
     * @param status     whether NotifyReport follows
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

    /**
     * How much to report: what can be configured, everything, or what matters now (SummaryInventory: availability and
     * problems).
     */
    enum ReportBase {
        ConfigurationInventory,
        FullInventory,
        SummaryInventory
    }
}
