package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/** Id Tag Info. */
public record IdTagInfo(
        AuthorizationStatus status,
        @Nullable Instant expiryDate,
        @MaxLength(20) @Nullable String parentIdTag) {
    /** What the specification requires; the rest absent. */
    public IdTagInfo(AuthorizationStatus status) {
        this(status, null, null);
    }
}
