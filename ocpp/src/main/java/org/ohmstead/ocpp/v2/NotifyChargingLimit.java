package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.OneOf;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Reports a limit set from outside; station to CSMS.
 * Source: OCPP 2.x K11, K12, K14, K27, Q06.
 */
public interface NotifyChargingLimit {

    /**
     * @param chargingLimit    who set it, and how serious it is
     * @param chargingSchedule the limits over time; absent: not told
     * @param evseId           EVSE concerned; absent or 0: the whole station
     */
    record Request(
            ChargingLimit chargingLimit,
            @Items(min = 1) @Nullable List<ChargingSchedule> chargingSchedule,
            @Range(min = 0, since = V21) @Nullable Integer evseId,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                ChargingLimit chargingLimit,
                @Nullable List<ChargingSchedule> chargingSchedule,
                @Nullable Integer evseId) {
            this(chargingLimit, chargingSchedule, evseId, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(ChargingLimit chargingLimit) {
            this(chargingLimit, null, null, null);
        }
    }

    /** Acknowledges receipt; carries nothing. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /**
     * Origin of a limit.
     *
     * @param chargingLimitSource who set it
     * @param isGridCritical      whether the grid is in danger without it
     * @param isLocalGeneration   whether it is capacity from local generation, to be added
     */
    record ChargingLimit(
            @OneOf(ChargingLimitSource.class) @MaxLength(20) String chargingLimitSource,
            @Nullable Boolean isGridCritical,
            @Since(V21) @Nullable Boolean isLocalGeneration,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public ChargingLimit(
                String chargingLimitSource, @Nullable Boolean isGridCritical, @Nullable Boolean isLocalGeneration) {
            this(chargingLimitSource, isGridCritical, isLocalGeneration, null);
        }
        /** What the specification requires; the rest absent. */
        public ChargingLimit(String chargingLimitSource) {
            this(chargingLimitSource, null, null, null);
        }
    }
}
