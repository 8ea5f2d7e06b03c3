package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Asks for installed controls, which follow in ReportDERControl; CSMS to station.
 * Source: OCPP 2.x R04.
 */
@Since(V21)
public interface GetDERControl {

    /**
     * @param requestId   identifier chosen by the CSMS; the messages that follow repeat it
     * @param isDefault   true for default controls, false for scheduled ones; absent: both
     * @param controlType type; absent: any
     * @param controlId   the one control; absent: all of the type
     */
    record Request(
            int requestId,
            @Nullable Boolean isDefault,
            @Nullable DERControl controlType,
            @MaxLength(36) @Nullable String controlId,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                int requestId,
                @Nullable Boolean isDefault,
                @Nullable DERControl controlType,
                @Nullable String controlId) {
            this(requestId, isDefault, controlType, controlId, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int requestId) {
            this(requestId, null, null, null, null);
        }
    }

    /**
     * @param status     whether a report follows
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
