package org.ohmstead.devicemodel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which values are wanted; null: any. Names in any case.
 *
 * @param search   part of an address
 * @param pending  only what the station does with its next boot
 * @param lastBoot when it booted last, for that
 */
public record VariableFilter(
        @Nullable String search,
        @Nullable String component,
        @Nullable String variable,
        boolean pending,
        @Nullable Instant lastBoot) {
    public static final VariableFilter ALL = new VariableFilter(null, null, null, false, null);
}
