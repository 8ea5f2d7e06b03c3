package org.ohmstead.ocpp.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Read device-model attributes; CSMS to station.
 * Source: OCPP 2.x B06.
 */
public interface GetVariables {

    /** What the sender of GetVariables says. */
    record Request(
            @Items(min = 1) List<GetVariableData> getVariableData,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(List<GetVariableData> getVariableData) {
            this(getVariableData, null);
        }
    }

    /** The answer to GetVariables. */
    record Response(
            @Items(min = 1) List<GetVariableResult> getVariableResult,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(List<GetVariableResult> getVariableResult) {
            this(getVariableResult, null);
        }
    }

    /** Get Variable Data. */
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

    /** Get Variable Result. */
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

    /** Get Variable Status. */
    enum GetVariableStatus {
        Accepted,
        Rejected,
        UnknownComponent,
        UnknownVariable,
        NotSupportedAttributeType
    }
}
