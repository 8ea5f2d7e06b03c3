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

/**
 * Lists installed profiles, in parts; station to CSMS.
 * Source: OCPP 2.x K09, K11, K12.
 */
public interface ReportChargingProfiles {

    /**
     * @param requestId           the one of GetChargingProfiles
     * @param chargingLimitSource who set these profiles
     * @param chargingProfile     profiles of this part
     * @param evseId              EVSE that they apply to; 0 for the station
     * @param tbc                 whether another part follows; absent: false
     */
    record Request(
            int requestId,
            @OneOf(ChargingLimitSource.class) @MaxLength(20) String chargingLimitSource,
            @Items(min = 1) List<ChargingProfile> chargingProfile,
            @Range(min = 0, since = V21) int evseId,
            @Nullable Boolean tbc,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                int requestId,
                String chargingLimitSource,
                List<ChargingProfile> chargingProfile,
                int evseId,
                @Nullable Boolean tbc) {
            this(requestId, chargingLimitSource, chargingProfile, evseId, tbc, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int requestId, String chargingLimitSource, List<ChargingProfile> chargingProfile, int evseId) {
            this(requestId, chargingLimitSource, chargingProfile, evseId, null, null);
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
