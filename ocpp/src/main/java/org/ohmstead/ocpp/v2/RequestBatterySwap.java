package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Since;

/**
 * Starts a battery swap from afar; CSMS to station.
 * Source: OCPP 2.x S02.
 */
@Since(V21)
public interface RequestBatterySwap {

    /**
     * @param idToken   token that the swap runs for, already authorized
     * @param requestId identifier chosen by the CSMS, which BatterySwap repeats
     */
    record Request(IdToken idToken, int requestId, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(IdToken idToken, int requestId) {
            this(idToken, requestId, null);
        }
    }

    /**
     * @param status     whether the station complied
     * @param statusInfo reason, as code and text
     */
    record Response(
            GenericStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(GenericStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(GenericStatus status) {
            this(status, null, null);
        }
    }
}
