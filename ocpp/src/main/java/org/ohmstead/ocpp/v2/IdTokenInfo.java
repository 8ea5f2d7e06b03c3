package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;

/**
 * What the CSMS says about a token.
 *
 * @param status              verdict at this moment
 * @param cacheExpiryDateTime until when the station may rely on it; absent: without end
 * @param chargingPriority    rank from -9 to 9, the higher the sooner served; absent: 0
 * @param language1           preferred language, RFC 5646
 * @param evseId              EVSEs where the token is valid; absent: all
 * @param groupIdToken        group of the token; tokens of one group may stop each other's transactions and use each
 *                            other's reservations
 * @param language2           second choice of language, other than the first
 * @param personalMessage     text for this driver, such as the price
 */
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
