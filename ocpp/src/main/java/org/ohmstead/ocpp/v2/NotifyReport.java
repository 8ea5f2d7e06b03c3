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
 * Paged device-model report; station to CSMS.
 * Source: OCPP 2.x B07, B08.
 */
public interface NotifyReport {

    /** What the sender of NotifyReport says. */
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

    /** The answer to NotifyReport. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /** Data. */
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

    /** Mutability. */
    enum Mutability {
        ReadOnly,
        WriteOnly,
        ReadWrite
    }

    /** Report Data. */
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

    /** Variable Attribute. */
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

    /** Variable Characteristics. */
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
