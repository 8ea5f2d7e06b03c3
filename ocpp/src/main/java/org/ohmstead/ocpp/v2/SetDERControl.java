package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Install a default or scheduled DER control; CSMS to station.
 * Source: OCPP 2.x R01, R02, R03, R04.
 */
@Since(V21)
public interface SetDERControl {

    /** What the sender of SetDERControl says. */
    record Request(
            boolean isDefault,
            @MaxLength(36) String controlId,
            DERControl controlType,
            @Nullable DERCurve curve,
            @Nullable EnterService enterService,
            @Nullable FixedPF fixedPFAbsorb,
            @Nullable FixedPF fixedPFInject,
            @Nullable FixedVar fixedVar,
            @Nullable FreqDroop freqDroop,
            @Nullable Gradient gradient,
            @Nullable LimitMaxDischarge limitMaxDischarge,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(boolean isDefault, String controlId, DERControl controlType) {
            this(isDefault, controlId, controlType, null, null, null, null, null, null, null, null, null);
        }
    }

    /** The answer to SetDERControl. */
    record Response(
            DERControlStatus status,
            @Nullable StatusInfo statusInfo,

            @Items(min = 1, max = 24) @MaxLength(36) @Nullable
            List<String> supersededIds,

            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(
                DERControlStatus status, @Nullable StatusInfo statusInfo, @Nullable List<String> supersededIds) {
            this(status, statusInfo, supersededIds, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(DERControlStatus status) {
            this(status, null, null, null);
        }
    }
}
