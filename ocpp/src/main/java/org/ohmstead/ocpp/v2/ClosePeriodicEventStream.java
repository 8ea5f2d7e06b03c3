package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Announces the end of an event stream; station to CSMS.
 * Source: OCPP 2.x N13.
 */
@Since(V21)
public interface ClosePeriodicEventStream {

    /** @param id stream that ends */
    record Request(@Range(min = 0) int id, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int id) {
            this(id, null);
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
