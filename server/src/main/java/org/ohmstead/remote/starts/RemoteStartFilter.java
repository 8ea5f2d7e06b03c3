package org.ohmstead.remote.starts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which remote starts a list shows; null: all.
 *
 * @param station its id
 * @param session number of the session that it led to
 * @param from    wanted then or later
 * @param to      wanted before
 */
public record RemoteStartFilter(
        @Nullable Long station,
        @Nullable RemoteStartState state,
        @Nullable String token,
        @Nullable Long session,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final RemoteStartFilter ALL = new RemoteStartFilter(null, null, null, null, null, null);
}
