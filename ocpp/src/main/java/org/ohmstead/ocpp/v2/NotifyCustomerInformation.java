package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;

/**
 * Delivers what the station holds about a customer, in parts; station to CSMS.
 * Source: OCPP 2.x N09, N10.
 */
public interface NotifyCustomerInformation {

    /**
     * @param data        this part, as text for people
     * @param seqNo       number of this part, from 0
     * @param generatedAt when the station composed this message; UTC
     * @param requestId   the one of CustomerInformation
     * @param tbc         whether another part follows; absent: false
     */
    record Request(
            @MaxLength(512) String data,
            @Range(min = 0, since = V21) int seqNo,
            Instant generatedAt,
            @Range(min = 0, since = V21) int requestId,
            @Nullable Boolean tbc,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(String data, int seqNo, Instant generatedAt, int requestId, @Nullable Boolean tbc) {
            this(data, seqNo, generatedAt, requestId, tbc, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(String data, int seqNo, Instant generatedAt, int requestId) {
            this(data, seqNo, generatedAt, requestId, null, null);
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
