package org.ohmstead.payments.state;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that a provider is asked to do, written down before it is asked. While one is pending no other begins.
 *
 * @param attempt from 1 on, within the payment and the kind
 * @param amount  zero where it does not matter
 * @param key     by which the provider knows a repetition; unique
 * @param begunBy who wanted it
 */
public record Operation(
        long id,
        OperationKind kind,
        int attempt,
        Money amount,
        String key,
        Outcome outcome,
        @Nullable Failure failure,
        Instant begunAt,
        String begunBy,
        @Nullable Instant endedAt) {
    /** What came of it. */
    public enum Outcome {
        /** Nobody knows yet. */
        PENDING,
        DONE,
        /** It was not done, and will not be. */
        REFUSED;

        public static Outcome of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isPending() {
        return outcome == Outcome.PENDING;
    }

    /** The same, that is over. */
    public Operation ended(Outcome how, @Nullable Failure why, Instant at) {
        return new Operation(id, kind, attempt, amount, key, how, why, begunAt, begunBy, at);
    }
}
