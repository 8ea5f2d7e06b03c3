package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Removes controls of distributed energy resources; CSMS to station.
 * Source: OCPP 2.x R04.
 */
@Since(V21)
public interface ClearDERControl {

    /**
     * @param isDefault   true for default controls, false for scheduled ones
     * @param controlType type to remove; absent: any
     * @param controlId   the one control to remove; absent: all of the type
     */
    record Request(
            boolean isDefault,
            @Nullable DERControl controlType,
            @MaxLength(36) @Nullable String controlId,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(boolean isDefault, @Nullable DERControl controlType, @Nullable String controlId) {
            this(isDefault, controlType, controlId, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(boolean isDefault) {
            this(isDefault, null, null, null);
        }
    }

    /**
     * @param status     NotFound when nothing matched
     * @param statusInfo reason, as code and text
     */
    record Response(
            DERControlStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(DERControlStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(DERControlStatus status) {
            this(status, null, null);
        }
    }
}
