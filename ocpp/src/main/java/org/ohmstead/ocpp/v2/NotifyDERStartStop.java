package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Reports that a scheduled control began or ended; station to CSMS.
 * Source: OCPP 2.x R04.
 */
@Since(V21)
public interface NotifyDERStartStop {

    /**
     * @param controlId     control concerned, as in SetDERControl
     * @param started       whether it began; false: it ended
     * @param timestamp     when it happened by the clock of the station; UTC
     * @param supersededIds controls that it displaced by its start
     */
    record Request(
            @MaxLength(36) String controlId,
            boolean started,
            Instant timestamp,

            @Items(min = 1, max = 24) @MaxLength(36) @Nullable
            List<String> supersededIds,

            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(String controlId, boolean started, Instant timestamp, @Nullable List<String> supersededIds) {
            this(controlId, started, timestamp, supersededIds, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(String controlId, boolean started, Instant timestamp) {
            this(controlId, started, timestamp, null, null);
        }
    }

    /** Acknowledges receipt; carries nothing. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }
}
