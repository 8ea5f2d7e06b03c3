package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Since;

/**
 * Lists the open event streams; CSMS to station.
 * Source: OCPP 2.x N12.
 */
@Since(V21)
public interface GetPeriodicEventStream {

    /** Carries nothing. */
    record Request(@Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request() {
            this(null);
        }
    }

    /** @param constantStreamData the streams; absent: none is open */
    record Response(
            @Items(min = 1) @Nullable List<ConstantStreamData> constantStreamData,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(@Nullable List<ConstantStreamData> constantStreamData) {
            this(constantStreamData, null);
        }
        /** What the specification requires; the rest absent. */
        public Response() {
            this(null, null);
        }
    }
}
