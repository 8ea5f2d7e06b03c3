package org.ohmstead.payments.gateways;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.payments.state.Failure;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Payment;

/**
 * How a payment stands at its provider.
 *
 * @param amount  that is held where it is {@link Stage#HELD}, that was taken where it is {@link Stage#PAID}; else it does not matter
 * @param refunds all that there are
 * @param failure why it is as it is; null: nothing went wrong
 */
public record Sighting(
        Stage stage,
        Money amount,
        List<Refund> refunds,
        Payment.Link link,
        @Nullable Failure failure) {
    public Sighting {
        refunds = List.copyOf(refunds);
    }

    /** In our words. */
    public enum Stage {
        /** The provider knows nothing of it. */
        MISSING,
        /** It waits for the driver, or for the provider itself. */
        OPEN,
        HELD,
        PAID,
        CANCELLED,
        EXPIRED,
        FAILED
    }

    /**
     * Money that goes back.
     *
     * @param key of our operation; null: it was begun at the provider
     */
    public record Refund(@Nullable String key, Money amount, Progress progress) {}

    /** Of a refund. */
    public enum Progress {
        UNDERWAY,
        DONE,
        FAILED
    }

    public static Sighting of(Stage stage, Money amount, Payment.Link link) {
        return new Sighting(stage, amount, List.of(), link, null);
    }

    public static Sighting missing(Payment payment) {
        return of(Stage.MISSING, payment.sums().held(), payment.link());
    }

    public Sighting withLinkEnd(@Nullable Instant holdEndsAt) {
        return new Sighting(
                stage,
                amount,
                refunds,
                new Payment.Link(link.name(), link.actionUrl(), link.token(), holdEndsAt),
                failure);
    }

    /** What went back so far. */
    public Money refunded() {
        return refunds.stream()
                .filter(one -> one.progress() == Progress.DONE)
                .map(Refund::amount)
                .reduce(Money.zero(amount.currency()), Money::plus);
    }

    public Optional<Refund> refund(String key) {
        return refunds.stream().filter(one -> key.equals(one.key())).findFirst();
    }

    public Answer seen() {
        return new Answer.Seen(this);
    }
}
