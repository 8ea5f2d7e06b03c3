package org.ohmstead.ocpp.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;

/**
 * Asks for a part of the device model, which follows in NotifyReport; CSMS to station.
 * Source: OCPP 2.x B08, B02.
 */
public interface GetReport {

    /**
     * A variable is meant when it matches the list and the criteria.
     *
     * @param requestId         identifier chosen by the CSMS; the messages that follow repeat it
     * @param componentVariable variables wanted; absent: all
     * @param componentCriteria components wanted, if one of these holds; absent: all
     */
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

    /**
     * @param status     whether a report follows
     * @param statusInfo reason, as code and text
     */
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

    /** Variable of a component that has to be true. Components without it count as true, except for Problem. */
    enum ComponentCriterion {
        Active,
        Available,
        Enabled,
        Problem
    }
}
