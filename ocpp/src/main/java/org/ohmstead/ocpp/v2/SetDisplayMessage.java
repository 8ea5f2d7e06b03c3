package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Since;

/**
 * Adds a display message, or replaces one; CSMS to station.
 * Source: OCPP 2.x O01, O02, O06, C24, C25.
 */
public interface SetDisplayMessage {

    /** @param message the message */
    record Request(MessageInfo message, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(MessageInfo message) {
            this(message, null);
        }
    }

    /**
     * @param status     Accepted, or why not
     * @param statusInfo reason, as code and text
     */
    record Response(
            DisplayMessageStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(DisplayMessageStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(DisplayMessageStatus status) {
            this(status, null, null);
        }
    }

    /** Outcome of adding a message; the others name what the station cannot do. */
    enum DisplayMessageStatus {
        Accepted,
        NotSupportedMessageFormat,
        Rejected,
        NotSupportedPriority,
        NotSupportedState,
        UnknownTransaction,
        @Since(V21)
        LanguageNotSupported
    }
}
