package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * What the CSMS says about a token.
 *
 * @param status      verdict at this moment
 * @param expiryDate  until when the station may rely on it; absent: without end
 * @param parentIdTag group of the token; tags of one group may stop each other's transactions and use each other's
 *                    reservations
 */
public record IdTagInfo(
        AuthorizationStatus status,
        @Nullable Instant expiryDate,
        @MaxLength(20) @Nullable String parentIdTag) {
    /** What the specification requires; the rest absent. */
    public IdTagInfo(AuthorizationStatus status) {
        this(status, null, null);
    }
}
