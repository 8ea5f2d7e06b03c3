package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.Since;
import org.ohmstead.ocpp.schema.WireName;

/**
 * Delivers a report of the device model, in parts; station to CSMS.
 * Source: OCPP 2.x B07, B08.
 */
public interface NotifyReport {

    /**
     * @param requestId   the one of GetReport or GetBaseReport
     * @param generatedAt when the station composed this message; UTC
     * @param seqNo       number of this part, from 0
     * @param reportData  variables of this part
     * @param tbc         whether another part follows; absent: false
     */
    record Request(
            int requestId,
            @Required @Nullable Instant generatedAt,
            @Required @Range(min = 0, since = V21) @Nullable Integer seqNo,
            @Items(min = 1) @Nullable List<ReportData> reportData,
            @Nullable Boolean tbc,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                int requestId,
                @Nullable Instant generatedAt,
                @Nullable Integer seqNo,
                @Nullable List<ReportData> reportData,
                @Nullable Boolean tbc) {
            this(requestId, generatedAt, seqNo, reportData, tbc, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int requestId, @Nullable Instant generatedAt, @Nullable Integer seqNo) {
            this(requestId, generatedAt, seqNo, null, null, null);
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
     * Type of the value of a variable. OptionList: one of a list; MemberList: any of a list; SequenceList: any of a
     * list, in an order that matters.
     */
    enum Data implements WireName {
        string("string"),
        decimal("decimal"),
        integer("integer"),
        dateTime("dateTime"),
        boolean_("boolean"),
        OptionList("OptionList"),
        SequenceList("SequenceList"),
        MemberList("MemberList");

        private final String wire;

        Data(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    /** What may be done with an attribute from outside. */
    enum Mutability {
        ReadOnly,
        WriteOnly,
        ReadWrite
    }

    /**
     * One variable with its attributes.
     *
     * @param component               component of the device model
     * @param variable                variable of the component
     * @param variableAttribute       its attributes, each type once
     * @param variableCharacteristics what never changes about it
     */
    record ReportData(
            Component component,
            Variable variable,
            @Items(min = 1, max = 4) List<VariableAttribute> variableAttribute,
            @Nullable VariableCharacteristics variableCharacteristics,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public ReportData(
                Component component,
                Variable variable,
                List<VariableAttribute> variableAttribute,
                @Nullable VariableCharacteristics variableCharacteristics) {
            this(component, variable, variableAttribute, variableCharacteristics, null);
        }
        /** What the specification requires; the rest absent. */
        public ReportData(Component component, Variable variable, List<VariableAttribute> variableAttribute) {
            this(component, variable, variableAttribute, null, null);
        }
    }

    /**
     * One value of a variable.
     *
     * @param type       which attribute; absent: Actual
     * @param value      value as text; absent only if write-only
     * @param mutability what may be done with it; absent: ReadWrite
     * @param persistent whether it survives a restart; absent: false
     * @param constant   whether the station never changes it by itself; absent: false
     */
    record VariableAttribute(
            @Nullable Attribute type,
            @MaxLength(2500) @Nullable String value,
            @Nullable Mutability mutability,
            @Nullable Boolean persistent,
            @Nullable Boolean constant,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public VariableAttribute(
                @Nullable Attribute type,
                @Nullable String value,
                @Nullable Mutability mutability,
                @Nullable Boolean persistent,
                @Nullable Boolean constant) {
            this(type, value, mutability, persistent, constant, null);
        }
        /** What the specification requires; the rest absent. */
        public VariableAttribute() {
            this(null, null, null, null, null, null);
        }
    }

    /**
     * What never changes about a variable.
     *
     * @param dataType           type of its value
     * @param supportsMonitoring whether monitors can be set on it
     * @param unit               unit of the value; absent: it has none
     * @param minLimit           least value
     * @param maxLimit           greatest value; for texts and lists the greatest length
     * @param valuesList         values allowed, separated by commas; required for the list types
     * @param maxElements        how many of them a value may hold; absent: all
     */
    record VariableCharacteristics(
            Data dataType,
            boolean supportsMonitoring,
            @MaxLength(16) @Nullable String unit,
            @Nullable BigDecimal minLimit,
            @Nullable BigDecimal maxLimit,
            @MaxLength(1000) @Nullable String valuesList,
            @Since(V21) @Range(min = 1) @Nullable Integer maxElements,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public VariableCharacteristics(
                Data dataType,
                boolean supportsMonitoring,
                @Nullable String unit,
                @Nullable BigDecimal minLimit,
                @Nullable BigDecimal maxLimit,
                @Nullable String valuesList,
                @Nullable Integer maxElements) {
            this(dataType, supportsMonitoring, unit, minLimit, maxLimit, valuesList, maxElements, null);
        }
        /** What the specification requires; the rest absent. */
        public VariableCharacteristics(Data dataType, boolean supportsMonitoring) {
            this(dataType, supportsMonitoring, null, null, null, null, null, null);
        }
    }
}
