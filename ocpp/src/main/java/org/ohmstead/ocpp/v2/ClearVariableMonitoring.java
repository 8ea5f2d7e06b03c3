package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Range;

/**
 * Removes monitors; CSMS to station.
 * Source: OCPP 2.x N06.
 */
public interface ClearVariableMonitoring {

    /** @param id monitors to remove */
    record Request(
            @Items(min = 1) @Range(min = 0, since = V21) List<Integer> id,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(List<Integer> id) {
            this(id, null);
        }
    }

    /** @param clearMonitoringResult one entry per monitor */
    record Response(
            @Items(min = 1) List<ClearMonitoringResult> clearMonitoringResult,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(List<ClearMonitoringResult> clearMonitoringResult) {
            this(clearMonitoringResult, null);
        }
    }

    /**
     * What became of one monitor.
     *
     * @param status     outcome
     * @param id         monitor concerned
     * @param statusInfo reason, as code and text
     */
    record ClearMonitoringResult(
            ClearMonitoringStatus status,
            @Range(min = 0, since = V21) int id,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public ClearMonitoringResult(ClearMonitoringStatus status, int id, @Nullable StatusInfo statusInfo) {
            this(status, id, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public ClearMonitoringResult(ClearMonitoringStatus status, int id) {
            this(status, id, null, null);
        }
    }

    /** Outcome of a removal. Rejected: the monitor belongs to the station and stays. */
    enum ClearMonitoringStatus {
        Accepted,
        Rejected,
        NotFound
    }
}
