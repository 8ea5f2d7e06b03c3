package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Required;

/**
 * Reports the state of a connector; from 2.1 on NotifyEvent can do it instead; station to CSMS.
 * Source: OCPP 2.x G01, G03, G04, B01, B04, H01, H04.
 */
public interface StatusNotification {

    /**
     * @param timestamp       when the state was entered; UTC
     * @param connectorStatus the state
     * @param evseId          EVSE, numbered from 1
     * @param connectorId     connector of the EVSE, numbered from 1
     */
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

    /** Acknowledges receipt; carries nothing. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /** State of a connector. Occupied tells nothing about energy; that is the chargingState of the transaction. */
    enum ConnectorStatus {
        Available,
        Occupied,
        Reserved,
        Unavailable,
        Faulted
    }
}
