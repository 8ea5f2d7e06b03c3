package org.ohmstead.remote.resets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which resets a list shows; null: all.
 *
 * @param station its id
 * @param from    wanted then or later
 * @param to      wanted before
 */
public record StationResetFilter(
        @Nullable Long station,
        @Nullable ResetState state,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final StationResetFilter ALL = new StationResetFilter(null, null, null, null);
}
