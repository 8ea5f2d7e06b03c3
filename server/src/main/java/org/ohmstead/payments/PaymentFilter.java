package org.ohmstead.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.payments.state.PaymentState;

/**
 * Which payments a list shows; null: all.
 *
 * @param from made then or later
 * @param to   made before
 */
record PaymentFilter(
        @Nullable PaymentState state,
        @Nullable String gateway,
        @Nullable String subject,
        @Nullable Boolean live,
        @Nullable Instant from,
        @Nullable Instant to) {}
