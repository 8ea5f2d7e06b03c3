package org.ohmstead.payments.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a payment's history.
 *
 * @param state     that it had from then on
 * @param operation what was begun or ended; null: it came from the provider
 * @param amount    that moved or was asked for; null: none
 * @param cause     who or what: {@code user:anna@example.org}, {@code provider}, {@code reconciliation}
 * @param note      more about it, such as why it failed; null: nothing to add
 */
public record Step(
        Instant at,
        PaymentState state,
        @Nullable OperationKind operation,
        @Nullable Money amount,
        String cause,
        @Nullable String note) {}
