package org.ohmstead.ocpp.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Reads variables of the device model; CSMS to station.
 * Source: OCPP 2.x B06.
 */
public interface GetVariables {

    /** @param getVariableData what to read */
    record Request(
            @Items(min = 1) List<GetVariableData> getVariableData,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(List<GetVariableData> getVariableData) {
            this(getVariableData, null);
        }
    }

    /** @param getVariableResult one entry per item, not necessarily in the same order */
    record Response(
            @Items(min = 1) List<GetVariableResult> getVariableResult,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(List<GetVariableResult> getVariableResult) {
            this(getVariableResult, null);
        }
    }

    /**
     * A value to read.
     *
     * @param component     component of the device model
     * @param variable      variable of the component
     * @param attributeType attribute meant; absent: Actual
     */
    record GetVariableData(
            Component component,
            Variable variable,
            @Nullable Attribute attributeType,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public GetVariableData(Component component, Variable variable, @Nullable Attribute attributeType) {
            this(component, variable, attributeType, null);
        }
        /** What the specification requires; the rest absent. */
        public GetVariableData(Component component, Variable variable) {
            this(component, variable, null, null);
        }
    }

    /**
     * A value that was read, or why not.
     *
     * @param attributeStatus     outcome
     * @param component           component of the device model
     * @param variable            variable of the component
     * @param attributeStatusInfo reason, as code and text
     * @param attributeType       attribute read; absent: Actual
     * @param attributeValue      value as text, possibly empty; absent only if not Accepted
     */
    record GetVariableResult(
            GetVariableStatus attributeStatus,
            Component component,
            Variable variable,
            @Nullable StatusInfo attributeStatusInfo,
            @Nullable Attribute attributeType,
            @MaxLength(2500) @Nullable String attributeValue,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public GetVariableResult(
                GetVariableStatus attributeStatus,
                Component component,
                Variable variable,
                @Nullable StatusInfo attributeStatusInfo,
                @Nullable Attribute attributeType,
                @Nullable String attributeValue) {
            this(attributeStatus, component, variable, attributeStatusInfo, attributeType, attributeValue, null);
        }
        /** What the specification requires; the rest absent. */
        public GetVariableResult(GetVariableStatus attributeStatus, Component component, Variable variable) {
            this(attributeStatus, component, variable, null, null, null, null);
        }
    }

    /** Outcome of reading. Rejected: write-only. */
    enum GetVariableStatus {
        Accepted,
        Rejected,
        UnknownComponent,
        UnknownVariable,
        NotSupportedAttributeType
    }
}
