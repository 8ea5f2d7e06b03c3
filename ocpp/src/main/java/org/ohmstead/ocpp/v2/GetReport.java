package org.ohmstead.ocpp.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;

/**
 * Ask for a filtered device-model report; CSMS to station.
 * Source: OCPP 2.x B08, B02.
 */
public interface GetReport {

    /** What the sender of GetReport says. */
    record Request(
            int requestId,
            @Items(min = 1) @Nullable List<ComponentVariable> componentVariable,
            @Items(min = 1, max = 4) @Nullable List<ComponentCriterion> componentCriteria,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                int requestId,
                @Nullable List<ComponentVariable> componentVariable,
                @Nullable List<ComponentCriterion> componentCriteria) {
            this(requestId, componentVariable, componentCriteria, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int requestId) {
            this(requestId, null, null, null);
        }
    }

    /** The answer to GetReport. */
    record Response(
            GenericDeviceModelStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(GenericDeviceModelStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(GenericDeviceModelStatus status) {
            this(status, null, null);
        }
    }

    /** Component Criterion. */
    enum ComponentCriterion {
        Active,
        Available,
        Enabled,
        Problem
    }
}
