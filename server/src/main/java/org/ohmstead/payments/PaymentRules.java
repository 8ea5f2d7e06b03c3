package org.ohmstead.payments;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.payments.gateways.Sighting;
import org.ohmstead.payments.state.Failure;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Operation;
import org.ohmstead.payments.state.Operation.Outcome;
import org.ohmstead.payments.state.OperationKind;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.PaymentState;

/**
 * What becomes of a payment by what is seen of it at the provider. The same whether that came as an answer, by a webhook or because
 * we asked; what was seen earlier, or twice, changes nothing.
 */
final class PaymentRules {
    private PaymentRules() {}

    /** The payment after its provider was seen. */
    static Payment seen(Payment before, Sighting seen) {
        PaymentState state = before.state();
        Payment after =
                switch (seen.stage()) {
                    case MISSING -> before;
                    case OPEN -> state.isOpen() ? linked(before, PaymentState.AUTHORIZING, seen) : before;
                    case HELD -> held(before, seen);
                    case PAID -> paid(before, seen);
                    case CANCELLED ->
                        state.isOpen() || state.isHeld() ? linked(before, PaymentState.VOIDED, seen) : before;
                    case EXPIRED ->
                        state.isOpen() || state.isHeld() ? linked(before, PaymentState.EXPIRED, seen) : before;
                    case FAILED ->
                        state.isOpen()
                                ? linked(before, PaymentState.DECLINED, seen)
                                : state == PaymentState.CAPTURING
                                        ? linked(before, PaymentState.CAPTURE_FAILED, seen)
                                        : before;
                };
        return withDebt(after);
    }

    /** An operation was refused for good. */
    static Payment refused(Payment before, OperationKind operation, Failure failure) {
        PaymentState state = before.state();
        Payment after =
                switch (operation) {
                    case AUTHORIZE ->
                        state.isOpen()
                                ? before.with(PaymentState.DECLINED, before.sums(), before.link(), failure)
                                : before;
                    case CAPTURE ->
                        state == PaymentState.CAPTURING
                                ? before.with(PaymentState.CAPTURE_FAILED, before.sums(), before.link(), failure)
                                : before;
                    case REFUND, CANCEL -> before;
                };
        return withDebt(after);
    }

    /** What is to be paid in the end is known, but no money can be taken for it. */
    static Payment owed(Payment before, Money cost) {
        return withDebt(before.withSums(before.sums().withCost(cost)));
    }

    /** How an operation ended by what is seen; null: that is not known yet. */
    static @Nullable Outcome outcome(Operation operation, Sighting seen) {
        Sighting.Stage stage = seen.stage();
        if (stage == Sighting.Stage.MISSING) {
            return null;
        }
        return switch (operation.kind()) {
            case AUTHORIZE -> stage == Sighting.Stage.FAILED ? Outcome.REFUSED : Outcome.DONE;
            case CAPTURE ->
                switch (stage) {
                    case PAID -> Outcome.DONE;
                    case CANCELLED, EXPIRED, FAILED -> Outcome.REFUSED;
                    case MISSING, OPEN, HELD -> null;
                };
            case CANCEL ->
                switch (stage) {
                    case CANCELLED, EXPIRED, FAILED -> Outcome.DONE;
                    case PAID -> Outcome.REFUSED;
                    case MISSING, OPEN, HELD -> null;
                };
            case REFUND ->
                seen.refund(operation.key())
                        .map(refund -> switch (refund.progress()) {
                            case DONE -> Outcome.DONE;
                            case FAILED -> Outcome.REFUSED;
                            case UNDERWAY -> null;
                        })
                        .orElse(null);
        };
    }

    /** Why it was refused, as far as the provider says. */
    static Failure failure(Sighting seen) {
        Failure told = seen.failure();
        return told != null
                ? told
                : new Failure(
                        seen.stage().name().toLowerCase(Locale.ROOT),
                        "The provider did not do it: there the payment is " + seen.stage() + ".");
    }

    private static Payment linked(Payment before, PaymentState state, Sighting seen) {
        return before.with(
                state, before.sums(), merged(before.link(), seen.link()), told(seen.failure(), before.failure()));
    }

    private static Payment held(Payment before, Sighting seen) {
        PaymentState state = before.state();
        if (!state.isOpen() && !state.isHeld()) {
            return before;
        }
        Payment.Sums sums = before.sums().withHeld(seen.amount());
        return before.with(
                state.isOpen() ? PaymentState.AUTHORIZED : state,
                sums,
                merged(before.link(), seen.link()),
                state.isOpen() ? null : before.failure());
    }

    /** Money that came is counted whatever we believed before. */
    private static Payment paid(Payment before, Sighting seen) {
        Money refunded = seen.refunded();
        Payment.Sums sums = before.sums().withCaptured(seen.amount()).withRefunded(refunded);
        PaymentState state = refunded.isZero()
                ? PaymentState.CAPTURED
                : sums.refundable().isZero() ? PaymentState.REFUNDED : PaymentState.PARTIALLY_REFUNDED;
        return before.with(state, sums, merged(before.link(), seen.link()), null);
    }

    /** What was known and is not told again stays. */
    private static Payment.Link merged(Payment.Link before, Payment.Link seen) {
        return new Payment.Link(
                told(seen.name(), before.name()),
                seen.actionUrl(),
                told(seen.token(), before.token()),
                told(seen.holdEndsAt(), before.holdEndsAt()));
    }

    private static <T> @Nullable T told(@Nullable T now, @Nullable T before) {
        return now == null ? before : now;
    }

    private static Payment withDebt(Payment payment) {
        Payment.Sums sums = payment.sums();
        Money cost = sums.cost();
        PaymentState state = payment.state();
        if (cost == null || state.isOpen() || state == PaymentState.AUTHORIZED || state == PaymentState.CAPTURING) {
            return payment;
        }
        Money owed = cost.lessOrZero(sums.captured());
        return owed.equals(sums.owed()) ? payment : payment.withSums(sums.withOwed(owed));
    }
}
