package org.ohmstead.charging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which readings a list shows; null: any.
 *
 * @param from sampled then or later
 * @param to   sampled before
 */
record ReadingFilter(
        @Nullable String station,
        @Nullable Long session,
        @Nullable Integer evse,
        @Nullable Instant from,
        @Nullable Instant to) {}
