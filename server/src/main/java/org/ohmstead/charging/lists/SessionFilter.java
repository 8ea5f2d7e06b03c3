package org.ohmstead.charging.lists;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.SessionState;
import org.ohmstead.charging.session.SessionVerdict;

/**
 * Which sessions a list shows; null: any.
 *
 * @param station   identity, compared without case
 * @param token     key of its value
 * @param from      started then or later
 * @param to        started before
 * @param endedFrom ended then or later
 * @param endedTo   ended before
 */
public record SessionFilter(
        @Nullable String station,
        @Nullable String token,
        @Nullable SessionState state,
        @Nullable SessionVerdict verdict,
        @Nullable Integer evse,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant endedFrom,
        @Nullable Instant endedTo) {

    /** Whether it is about the end of sessions; those that are open have none. */
    boolean byEnd() {
        return endedFrom != null || endedTo != null;
    }
}
