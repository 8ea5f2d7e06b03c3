package org.ohmstead.payments.state;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands.
 *
 * @param account   number of the tenant's account at the provider
 * @param reference ours, by which the provider knows it; nobody guesses it
 * @param terms     what was wanted
 * @param sums      what became of the money
 * @param link      how the provider knows it
 * @param failure   why it is not what it was to be; null: nothing went wrong
 * @param version   counts its changes
 */
public record Payment(
        long id,
        long tenant,
        long account,
        String reference,
        Terms terms,
        PaymentState state,
        Sums sums,
        Link link,
        @Nullable Failure failure,
        long version,
        Instant createdAt,
        String createdBy,
        Instant changedAt) {

    /**
     * What was wanted, which never changes.
     *
     * @param key         of whoever wants it; a repetition with the same is the same payment
     * @param amount      to be held, or to be paid at once
     * @param subject     what it is for, in the words of whoever wants it, such as {@code session:17}; null: not said
     * @param description for the driver; null: none
     * @param method      how it is paid, in the provider's words: never a card's number; null: the driver chooses
     * @param returnUrl   where the driver comes back to from the provider's page; null: nowhere
     */
    public record Terms(
            String gateway,
            boolean live,
            String key,
            Money amount,
            @Nullable String subject,
            @Nullable String description,
            @Nullable String method,
            @Nullable String returnUrl) {}

    /**
     * What became of the money, all in one currency.
     *
     * @param held     from which may be taken, as long as the state says that there is a hold
     * @param cost     what is to be paid in the end; null: nobody has said so yet
     * @param owed     the part of the cost that no hold covered, and that was told as a debt
     */
    public record Sums(Money held, @Nullable Money cost, Money captured, Money refunded, Money owed) {
        public static Sums none(Money like) {
            Money zero = Money.zero(like.currency());
            return new Sums(zero, null, zero, zero, zero);
        }

        public Sums withHeld(Money value) {
            return new Sums(value, cost, captured, refunded, owed);
        }

        public Sums withCost(Money value) {
            return new Sums(held, value, captured, refunded, owed);
        }

        public Sums withCaptured(Money value) {
            return new Sums(held, cost, value, refunded, owed);
        }

        public Sums withRefunded(Money value) {
            return new Sums(held, cost, captured, value, owed);
        }

        public Sums withOwed(Money value) {
            return new Sums(held, cost, captured, refunded, value);
        }

        /** What of the captured money is still here. */
        public Money refundable() {
            return captured.lessOrZero(refunded);
        }
    }

    /**
     * How the provider knows it.
     *
     * @param name       its id there; null: none is known yet
     * @param actionUrl  where the driver has to go; null: nowhere
     * @param token      with which the driver's browser speaks to the provider; null: none
     * @param holdEndsAt when the hold is over; null: not said
     */
    public record Link(
            @Nullable String name,
            @Nullable String actionUrl,
            @Nullable String token,
            @Nullable Instant holdEndsAt) {
        public static final Link NONE = new Link(null, null, null, null);
    }

    public Payment with(PaymentState next, Sums nextSums, Link nextLink, @Nullable Failure nextFailure) {
        return new Payment(
                id,
                tenant,
                account,
                reference,
                terms,
                next,
                nextSums,
                nextLink,
                nextFailure,
                version,
                createdAt,
                createdBy,
                changedAt);
    }

    /** As it was written. */
    public Payment changed(long nextVersion, Instant at) {
        return new Payment(
                id,
                tenant,
                account,
                reference,
                terms,
                state,
                sums,
                link,
                failure,
                nextVersion,
                createdAt,
                createdBy,
                at);
    }

    /** As the provider calls it, before that is written. */
    public Payment named(String name) {
        return with(state, sums, new Link(name, link.actionUrl, link.token, link.holdEndsAt), failure);
    }

    public Payment with(PaymentState next) {
        return with(next, sums, link, failure);
    }

    public Payment withSums(Sums next) {
        return with(state, next, link, failure);
    }

    /** Whether nothing but the version differs. */
    public boolean isSameAs(Payment other) {
        return state == other.state
                && sums.equals(other.sums)
                && link.equals(other.link)
                && Objects.equals(failure, other.failure);
    }
}
