package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Required;

/**
 * Delivers readings that belong to no transaction; station to CSMS.
 * Source: OCPP 2.x J01, F06.
 */
public interface MeterValues {

    /**
     * @param evseId     EVSE measured, from 1; 0 is the main meter
     * @param meterValue readings by moment
     */
    record Request(
            @Range(min = 0, since = V21) int evseId,
            @Required @Items(min = 1) @Nullable List<MeterValue> meterValue,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int evseId, @Nullable List<MeterValue> meterValue) {
            this(evseId, meterValue, null);
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
