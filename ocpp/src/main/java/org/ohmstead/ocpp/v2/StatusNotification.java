package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Required;

/**
 * Report connector status (2.1: legacy alternative to NotifyEvent); station to CSMS.
 * Source: OCPP 2.x G01, G03, G04, B01, B04, H01, H04.
 */
public interface StatusNotification {

    /** What the sender of StatusNotification says. */
    record Request(
            @Required @Nullable Instant timestamp,
            @Required @Nullable ConnectorStatus connectorStatus,
            @Range(min = 0, since = V21) int evseId,
            @Range(min = 0, since = V21) int connectorId,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                @Nullable Instant timestamp, @Nullable ConnectorStatus connectorStatus, int evseId, int connectorId) {
            this(timestamp, connectorStatus, evseId, connectorId, null);
        }
    }

    /** The answer to StatusNotification. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /** Connector Status. */
    enum ConnectorStatus {
        Available,
        Occupied,
        Reserved,
        Unavailable,
        Faulted
    }
}
