package org.ohmstead.ocpp.v2;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;

/**
 * Reports a security event; station to CSMS.
 * Source: OCPP 2.x A04, A02, A03, L01.
 */
public interface SecurityEventNotification {

    /**
     * @param type      name of the event, from the standard list or of the vendor
     * @param timestamp when it happened by the clock of the station; UTC
     * @param techInfo  details in free text
     */
    record Request(
            @Required @MaxLength(50) @Nullable String type,
            @Required @Nullable Instant timestamp,
            @MaxLength(255) @Nullable String techInfo,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(@Nullable String type, @Nullable Instant timestamp, @Nullable String techInfo) {
            this(type, timestamp, techInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(@Nullable String type, @Nullable Instant timestamp) {
            this(type, timestamp, null, null);
        }
    }

    /** Acknowledges receipt; carries nothing. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }
}
