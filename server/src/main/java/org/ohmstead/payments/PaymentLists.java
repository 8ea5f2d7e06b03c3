package org.ohmstead.payments;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.Scope;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.Step;

/** Payments to be looked at, with what happened to them. */
@Singleton
public class PaymentLists {
    private final SqlPaymentStore store;

    @Inject
    public PaymentLists(SqlPaymentStore store) {
        this.store = store;
    }

    /** The newest first. */
    Page<Payment> page(Scope scope, PaymentFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(scope, filter, limit, after), limit, row -> Cursor.at(row.id()));
    }

    /** The oldest first. */
    List<Step> history(Scope scope, Payment payment) {
        return store.steps(scope, payment);
    }
}
