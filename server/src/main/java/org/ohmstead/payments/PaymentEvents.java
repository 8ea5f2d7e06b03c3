package org.ohmstead.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;
import org.ohmstead.payments.state.Failure;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Operation;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.PaymentState;

/** What others hear of a change: each movement of money once. */
final class PaymentEvents {
    private PaymentEvents() {}

    /** @param refused the operation that was refused by it; null: none */
    static List<Event> of(Payment before, Payment after, @Nullable Operation refused, Instant at) {
        List<Event> events = new ArrayList<>();
        PaymentState was = before.state();
        PaymentState is = after.state();
        if (was.isOpen() && is == PaymentState.AUTHORIZED) {
            events.add(authorized(after, at));
        }
        if (!was.isPaid() && is.isPaid()) {
            events.add(captured(after, at));
        }
        if (!before.sums().refunded().equals(after.sums().refunded())) {
            events.add(refunded(before, after, at));
        }
        boolean declined = is == PaymentState.DECLINED && was != is;
        boolean ended = is.isOver() && !declined;
        Money owedBefore = before.sums().owed();
        if (ended && (was != is || !owedBefore.equals(after.sums().owed()))) {
            events.add(cancelled(after, at));
        } else if (declined) {
            events.add(failed(after, "authorize", refused, at));
        } else if (refused != null) {
            events.add(failed(after, refused.kind().word(), refused, at));
        } else if (was == is && !owedBefore.equals(after.sums().owed())) {
            events.add(failed(after, "capture", null, at)); // paid at once, and too little
        }
        return events;
    }

    private static PaymentAuthorized authorized(Payment one, Instant at) {
        Payment.Terms terms = one.terms();
        return new PaymentAuthorized(
                one.tenant(),
                null,
                at,
                one.id(),
                terms.gateway(),
                terms.live(),
                terms.subject(),
                currency(one),
                one.sums().held().amount());
    }

    private static PaymentCaptured captured(Payment one, Instant at) {
        Payment.Terms terms = one.terms();
        return new PaymentCaptured(
                one.tenant(),
                null,
                at,
                one.id(),
                terms.gateway(),
                terms.live(),
                terms.subject(),
                currency(one),
                one.sums().captured().amount(),
                one.sums().owed().amount());
    }

    private static PaymentRefunded refunded(Payment before, Payment one, Instant at) {
        Payment.Terms terms = one.terms();
        BigDecimal total = one.sums().refunded().amount();
        return new PaymentRefunded(
                one.tenant(),
                null,
                at,
                one.id(),
                terms.gateway(),
                terms.live(),
                terms.subject(),
                currency(one),
                total.subtract(before.sums().refunded().amount()),
                total);
    }

    private static PaymentCancelled cancelled(Payment one, Instant at) {
        Payment.Terms terms = one.terms();
        return new PaymentCancelled(
                one.tenant(),
                null,
                at,
                one.id(),
                terms.gateway(),
                terms.live(),
                terms.subject(),
                currency(one),
                one.state().word(),
                one.sums().owed().amount());
    }

    private static PaymentFailed failed(Payment one, String operation, @Nullable Operation refused, Instant at) {
        Payment.Terms terms = one.terms();
        Failure failure = refused == null ? one.failure() : refused.failure();
        Money amount = refused == null ? terms.amount() : refused.amount();
        return new PaymentFailed(
                one.tenant(),
                null,
                at,
                one.id(),
                terms.gateway(),
                terms.live(),
                terms.subject(),
                currency(one),
                operation,
                failure == null ? "uncovered" : failure.code(),
                amount.amount(),
                one.sums().owed().amount());
    }

    private static String currency(Payment one) {
        return one.terms().amount().currency().getCurrencyCode();
    }
}
