package org.ohmstead.payments;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.state.Payment;

/**
 * What a provider tells of its own accord. It says only about which payment there is news: how that stands is asked for, because
 * what is told may come twice, late, or in another order.
 */
@Singleton
public class PaymentNotices {
    private static final String CAUSE = "provider";

    private final SqlNoticeStore store;
    private final Payments payments;
    private final PaymentChanges changes;

    @Inject
    public PaymentNotices(SqlNoticeStore store, Payments payments, PaymentChanges changes) {
        this.store = store;
        this.payments = payments;
        this.changes = changes;
    }

    /**
     * Takes something that its signature has proven.
     *
     * @param event the provider's id of it
     * @param about finds the payment; empty: none of ours
     * @return false: it could not be handled now, and may come again
     */
    public boolean take(
            Account account, String event, String kind, @Nullable String object, Supplier<Optional<Payment>> about) {
        if (!store.receive(account, event, kind, object, changes.now())) {
            return true;
        }
        boolean done = about.get().map(one -> payments.refresh(one, CAUSE)).orElse(true);
        if (done) {
            store.handled(account, event, changes.now());
        }
        return done;
    }
}
