package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.OneOf;
import org.ohmstead.ocpp.schema.Range;

/**
 * Reports that a limit from outside no longer holds; station to CSMS.
 * Source: OCPP 2.x K13, K14.
 */
public interface ClearedChargingLimit {

    /**
     * @param chargingLimitSource who had set it
     * @param evseId              EVSE concerned; absent or 0: the whole station
     */
    record Request(
            @OneOf(ChargingLimitSource.class) @MaxLength(20) String chargingLimitSource,
            @Range(min = 0, since = V21) @Nullable Integer evseId,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(String chargingLimitSource, @Nullable Integer evseId) {
            this(chargingLimitSource, evseId, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(String chargingLimitSource) {
            this(chargingLimitSource, null, null);
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
