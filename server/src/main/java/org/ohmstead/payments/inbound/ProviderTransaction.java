package org.ohmstead.payments.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that a provider has begun here.
 *
 * @param name       the provider's id of it
 * @param minor      its amount, in the smallest unit
 * @param state      1 begun, 2 done, -1 cancelled before, -2 cancelled after it was done
 * @param reason     in the provider's numbers; null: it is not cancelled, or none was given
 * @param providerAt by the provider's clock
 */
public record ProviderTransaction(
        long id,
        long payment,
        String name,
        long minor,
        int state,
        @Nullable Integer reason,
        Instant providerAt,
        Instant createdAt,
        @Nullable Instant performedAt,
        @Nullable Instant cancelledAt) {
    public static final int BEGUN = 1;
    public static final int DONE = 2;
    public static final int CANCELLED = -1;
    public static final int REFUNDED = -2;

    public ProviderTransaction done(Instant at) {
        return new ProviderTransaction(id, payment, name, minor, DONE, null, providerAt, createdAt, at, cancelledAt);
    }

    /** Before it was done, or after. */
    public ProviderTransaction cancelled(@Nullable Integer why, Instant at) {
        return new ProviderTransaction(
                id,
                payment,
                name,
                minor,
                state == DONE ? REFUNDED : CANCELLED,
                why,
                providerAt,
                createdAt,
                performedAt,
                at);
    }
}
