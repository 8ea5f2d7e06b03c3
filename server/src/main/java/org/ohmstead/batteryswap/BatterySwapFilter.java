package org.ohmstead.batteryswap;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which swaps a list shows; null: all.
 *
 * @param station its id
 * @param token   of the driver
 * @param from    begun then or later
 * @param to      begun before
 */
record BatterySwapFilter(
        @Nullable Long station,
        BatterySwap.@Nullable State state,
        @Nullable String token,
        @Nullable Instant from,
        @Nullable Instant to) {}
