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
 * Lists installed controls, in parts; station to CSMS.
 * Source: OCPP 2.x R04.
 */
@Since(V21)
public interface ReportDERControl {

    /**
     * @param requestId         the one of GetDERControl
     * @param curve             controls by a curve
     * @param enterService      return to the grid
     * @param fixedPFAbsorb     power factor when absorbing active power
     * @param fixedPFInject     power factor when injecting active power
     * @param fixedVar          reactive power
     * @param freqDroop         response to the frequency
     * @param gradient          ramps
     * @param limitMaxDischarge bounds of discharging
     * @param tbc               whether another part follows; absent: false
     */
    record Request(
            int requestId,
            @Items(min = 1, max = 24) @Nullable List<DERCurveGet> curve,
            @Items(min = 1, max = 24) @Nullable List<EnterServiceGet> enterService,
            @Items(min = 1, max = 24) @Nullable List<FixedPFGet> fixedPFAbsorb,
            @Items(min = 1, max = 24) @Nullable List<FixedPFGet> fixedPFInject,
            @Items(min = 1, max = 24) @Nullable List<FixedVarGet> fixedVar,
            @Items(min = 1, max = 24) @Nullable List<FreqDroopGet> freqDroop,
            @Items(min = 1, max = 24) @Nullable List<GradientGet> gradient,
            @Items(min = 1, max = 24) @Nullable List<LimitMaxDischargeGet> limitMaxDischarge,
            @Nullable Boolean tbc,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(int requestId) {
            this(requestId, null, null, null, null, null, null, null, null, null, null);
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
     * A curve as it is installed.
     *
     * @param curve        the curve
     * @param id           identifier of the control
     * @param curveType    what the curve does
     * @param isDefault    whether it is the default, which holds while no scheduled control does
     * @param isSuperseded whether another control of higher rank has displaced it
     */
    @Since(V21)
    record DERCurveGet(
            DERCurve curve,
            @MaxLength(36) String id,
            DERControl curveType,
            boolean isDefault,
            boolean isSuperseded,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public DERCurveGet(DERCurve curve, String id, DERControl curveType, boolean isDefault, boolean isSuperseded) {
            this(curve, id, curveType, isDefault, isSuperseded, null);
        }
    }

    /**
     * Conditions of the return to the grid as they are installed.
     *
     * @param enterService the conditions
     * @param id           identifier of the control
     */
    @Since(V21)
    record EnterServiceGet(
            EnterService enterService,
            @MaxLength(36) String id,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public EnterServiceGet(EnterService enterService, String id) {
            this(enterService, id, null);
        }
    }

    /**
     * A power factor as it is installed.
     *
     * @param fixedPF      the power factor
     * @param id           identifier of the control
     * @param isDefault    whether it is the default, which holds while no scheduled control does
     * @param isSuperseded whether another control of higher rank has displaced it
     */
    @Since(V21)
    record FixedPFGet(
            FixedPF fixedPF,
            @MaxLength(36) String id,
            boolean isDefault,
            boolean isSuperseded,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public FixedPFGet(FixedPF fixedPF, String id, boolean isDefault, boolean isSuperseded) {
            this(fixedPF, id, isDefault, isSuperseded, null);
        }
    }

    /**
     * A reactive power as it is installed.
     *
     * @param fixedVar     the reactive power
     * @param id           identifier of the control
     * @param isDefault    whether it is the default, which holds while no scheduled control does
     * @param isSuperseded whether another control of higher rank has displaced it
     */
    @Since(V21)
    record FixedVarGet(
            FixedVar fixedVar,
            @MaxLength(36) String id,
            boolean isDefault,
            boolean isSuperseded,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public FixedVarGet(FixedVar fixedVar, String id, boolean isDefault, boolean isSuperseded) {
            this(fixedVar, id, isDefault, isSuperseded, null);
        }
    }

    /**
     * A response to the frequency as it is installed.
     *
     * @param freqDroop    the response
     * @param id           identifier of the control
     * @param isDefault    whether it is the default, which holds while no scheduled control does
     * @param isSuperseded whether another control of higher rank has displaced it
     */
    @Since(V21)
    record FreqDroopGet(
            FreqDroop freqDroop,
            @MaxLength(36) String id,
            boolean isDefault,
            boolean isSuperseded,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public FreqDroopGet(FreqDroop freqDroop, String id, boolean isDefault, boolean isSuperseded) {
            this(freqDroop, id, isDefault, isSuperseded, null);
        }
    }

    /**
     * Ramps as they are installed.
     *
     * @param gradient the ramps
     * @param id       identifier of the control
     */
    @Since(V21)
    record GradientGet(
            Gradient gradient,
            @MaxLength(36) String id,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public GradientGet(Gradient gradient, String id) {
            this(gradient, id, null);
        }
    }

    /**
     * A bound of discharging as it is installed.
     *
     * @param id                identifier of the control
     * @param isDefault         whether it is the default, which holds while no scheduled control does
     * @param isSuperseded      whether another control of higher rank has displaced it
     * @param limitMaxDischarge the bound
     */
    @Since(V21)
    record LimitMaxDischargeGet(
            @MaxLength(36) String id,
            boolean isDefault,
            boolean isSuperseded,
            LimitMaxDischarge limitMaxDischarge,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public LimitMaxDischargeGet(
                String id, boolean isDefault, boolean isSuperseded, LimitMaxDischarge limitMaxDischarge) {
            this(id, isDefault, isSuperseded, limitMaxDischarge, null);
        }
    }
}
