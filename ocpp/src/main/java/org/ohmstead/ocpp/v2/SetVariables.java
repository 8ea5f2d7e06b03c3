package org.ohmstead.ocpp.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Writes variables of the device model; CSMS to station.
 * Source: OCPP 2.x B05, A01, A05, B09, B10.
 */
public interface SetVariables {

    /** @param setVariableData what to write */
    record Request(
            @Items(min = 1) List<SetVariableData> setVariableData,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(List<SetVariableData> setVariableData) {
            this(setVariableData, null);
        }
    }

    /** @param setVariableResult one entry per item, not necessarily in the same order */
    record Response(
            @Items(min = 1) List<SetVariableResult> setVariableResult,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(List<SetVariableResult> setVariableResult) {
            this(setVariableResult, null);
        }
    }

    /**
     * A value to write.
     *
     * @param attributeValue new value as text, possibly empty
     * @param component      component of the device model
     * @param variable       variable of the component
     * @param attributeType  attribute meant; absent: Actual
     */
    record SetVariableData(
            @MaxLength(value = 2500, v201 = 1000) String attributeValue,
            Component component,
            Variable variable,
            @Nullable Attribute attributeType,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public SetVariableData(
                String attributeValue, Component component, Variable variable, @Nullable Attribute attributeType) {
            this(attributeValue, component, variable, attributeType, null);
        }
        /** What the specification requires; the rest absent. */
        public SetVariableData(String attributeValue, Component component, Variable variable) {
            this(attributeValue, component, variable, null, null);
        }
    }

    /**
     * What became of one value.
     *
     * @param attributeStatus     outcome
     * @param component           component of the device model
     * @param variable            variable of the component
     * @param attributeType       attribute meant; absent: Actual
     * @param attributeStatusInfo reason, as code and text
     */
    record SetVariableResult(
            SetVariableStatus attributeStatus,
            Component component,
            Variable variable,
            @Nullable Attribute attributeType,
            @Nullable StatusInfo attributeStatusInfo,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public SetVariableResult(
                SetVariableStatus attributeStatus,
                Component component,
                Variable variable,
                @Nullable Attribute attributeType,
                @Nullable StatusInfo attributeStatusInfo) {
            this(attributeStatus, component, variable, attributeType, attributeStatusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public SetVariableResult(SetVariableStatus attributeStatus, Component component, Variable variable) {
            this(attributeStatus, component, variable, null, null, null);
        }
    }

    /** Outcome of writing. RebootRequired: stored, but effective only after a restart. */
    enum SetVariableStatus {
        Accepted,
        Rejected,
        UnknownComponent,
        UnknownVariable,
        NotSupportedAttributeType,
        RebootRequired
    }
}
