package org.ohmstead.stations.oddities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a station connected in an odd way.
 *
 * @param found   what stood there lately; never a password
 * @param firstAt when it was first so
 */
public record StationOddity(
        String station,
        Oddity oddity,
        long occurred,
        @Nullable String found,
        Instant firstAt,
        Instant lastAt) {}
