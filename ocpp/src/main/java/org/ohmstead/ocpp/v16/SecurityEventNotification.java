package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;

/**
 * Reports a security event; station to CSMS.
 * Source: OCPP 1.6 security extension A04.
 */
public interface SecurityEventNotification {

    /**
     * @param type      name of the event, from the list of the extension or of the vendor
     * @param timestamp when it happened by the clock of the station; UTC
     * @param techInfo  details in free text
     */
    record Request(
            @Required @MaxLength(50) @Nullable String type,
            @Required @Nullable Instant timestamp,
            @MaxLength(255) @Nullable String techInfo)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(@Nullable String type, @Nullable Instant timestamp) {
            this(type, timestamp, null);
        }
    }

    /** Acknowledges receipt; carries nothing. */
    record Response() implements OcppResult {}
}
