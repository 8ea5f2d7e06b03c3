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
 * Installs a control of distributed energy resources, default or scheduled; CSMS to station.
 * Source: OCPP 2.x R01, R02, R03, R04.
 */
@Since(V21)
public interface SetDERControl {

    /**
     * Exactly the one setting that belongs to the type is present.
     *
     * @param isDefault         whether it is the default, which holds while no scheduled control does
     * @param controlId         identifier chosen by the CSMS, unique
     * @param controlType       which function, and so which setting
     * @param curve             for the types that follow a curve
     * @param enterService      for EnterService
     * @param fixedPFAbsorb     for FixedPFAbsorb
     * @param fixedPFInject     for FixedPFInject
     * @param fixedVar          for FixedVar
     * @param freqDroop         for FreqDroop
     * @param gradient          for Gradients
     * @param limitMaxDischarge for LimitMaxDischarge
     */
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

    /**
     * @param status        Accepted, or why not
     * @param statusInfo    reason, as code and text
     * @param supersededIds controls that this one displaces
     */
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
