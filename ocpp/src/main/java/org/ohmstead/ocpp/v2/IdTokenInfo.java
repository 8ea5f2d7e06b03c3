package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;

/** Id Token Info. */
public record IdTokenInfo(
        AuthorizationStatus status,
        @Nullable Instant cacheExpiryDateTime,
        @Nullable Integer chargingPriority,
        @MaxLength(8) @Nullable String language1,

        @Items(min = 1) @Range(min = 0, since = V21) @Nullable
        List<Integer> evseId,

        @Nullable IdToken groupIdToken,
        @MaxLength(8) @Nullable String language2,
        @Nullable MessageContent personalMessage,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public IdTokenInfo(
            AuthorizationStatus status,
            @Nullable Instant cacheExpiryDateTime,
            @Nullable Integer chargingPriority,
            @Nullable String language1,
            @Nullable List<Integer> evseId,
            @Nullable IdToken groupIdToken,
            @Nullable String language2,
            @Nullable MessageContent personalMessage) {
        this(
                status,
                cacheExpiryDateTime,
                chargingPriority,
                language1,
                evseId,
                groupIdToken,
                language2,
                personalMessage,
                null);
    }
    /** What the specification requires; the rest absent. */
    public IdTokenInfo(AuthorizationStatus status) {
        this(status, null, null, null, null, null, null, null, null);
    }
}
