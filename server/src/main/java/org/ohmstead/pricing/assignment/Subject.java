package org.ohmstead.pricing.assignment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * Who charges where and when.
 *
 * @param evse       null: not known
 * @param connector  null: not known
 * @param token      as it is registered, or as it was read; null: none
 * @param tokenGroup null: none
 * @param began      when it begins
 * @param heard      when we learnt of it; where nothing was assigned at the beginning, what was assigned then counts
 */
public record Subject(
        StationRef station,
        @Nullable Integer evse,
        @Nullable Integer connector,
        @Nullable String token,
        @Nullable String tokenGroup,
        Instant began,
        Instant heard) {}
