package org.ohmstead.payments.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.payments.gateways.Sighting;
import org.ohmstead.payments.gateways.Sighting.Progress;
import org.ohmstead.payments.gateways.Sighting.Refund;
import org.ohmstead.payments.gateways.Sighting.Stage;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Payment;

/** How a payment stands by the transactions that its provider has begun here. */
public final class InboundSighting {
    private InboundSighting() {}

    /**
     * What they say together.
     *
     * @param actionUrl where the driver pays, as long as nobody has
     * @param refundKey of our operation by which it was given back; null: the provider did so
     */
    public static Sighting of(
            Payment payment, List<ProviderTransaction> all, @Nullable String actionUrl, @Nullable String refundKey) {
        Money amount = payment.terms().amount();
        for (ProviderTransaction one : all) {
            if (one.state() == ProviderTransaction.DONE || one.state() == ProviderTransaction.REFUNDED) {
                Money paid = new Money(one.minor(), amount.currency());
                List<Refund> refunds = one.state() == ProviderTransaction.REFUNDED
                        ? List.of(new Refund(refundKey, paid, Progress.DONE))
                        : List.of();
                return new Sighting(Stage.PAID, paid, refunds, new Payment.Link(one.name(), null, null, null), null);
            }
        }
        String name = all.isEmpty() ? null : all.getLast().name();
        return payment.state().isOver()
                ? Sighting.of(Stage.CANCELLED, amount, new Payment.Link(name, null, null, null))
                : Sighting.of(Stage.OPEN, amount, new Payment.Link(name, actionUrl, null, null));
    }
}
