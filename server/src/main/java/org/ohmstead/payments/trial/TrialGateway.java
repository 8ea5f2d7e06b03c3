package org.ohmstead.payments.trial;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ohmstead.api.Refused;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.AccountKey;
import org.ohmstead.payments.gateways.Answer;
import org.ohmstead.payments.gateways.GatewayCall;
import org.ohmstead.payments.gateways.PaymentGateway;
import org.ohmstead.payments.gateways.Sighting;
import org.ohmstead.payments.gateways.Sighting.Progress;
import org.ohmstead.payments.gateways.Sighting.Refund;
import org.ohmstead.payments.gateways.Sighting.Stage;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.OperationKind;
import org.ohmstead.payments.state.Payment;

/**
 * A provider for tests. The last two digits of an amount, in the smallest unit, say what happens: 01 is declined, 02 succeeds but
 * is not answered, 03 needs an action of the driver, 04 is held and cannot be captured, 05 is captured and cannot be refunded.
 */
@Singleton
public class TrialGateway implements PaymentGateway {
    public static final String NAME = "test";

    private static final int DECLINES = 1;
    private static final int SILENT = 2;
    private static final int NEEDS_ACTION = 3;
    private static final int NO_CAPTURE = 4;
    private static final int NO_REFUND = 5;

    private final SqlTrialStore store;

    @Inject
    public TrialGateway(SqlTrialStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<AccountKey> needs() {
        return Set.of();
    }

    @Override
    public void check(Account account) {
        if (account.live()) {
            throw Refused.invalid(
                    "mode", "mode is live; no money moves with the gateway test, which has mode test alone.");
        }
    }

    @Override
    public Answer authorize(GatewayCall call) {
        int digits = digits(call.payment());
        if (digits == DECLINES) {
            return Answer.declined("card_declined", "The test card was declined, as amounts that end with 01 are.");
        }
        TrialPayment made = store.change(
                call.payment(),
                standing -> standing.orElse(new TrialPayment(stage(digits), wanted(call), zero(call), List.of())));
        return answer(call, made);
    }

    private static Stage stage(int digits) {
        return digits == NEEDS_ACTION ? Stage.OPEN : Stage.HELD;
    }

    @Override
    public Answer capture(GatewayCall call) {
        if (digits(call.payment()) == NO_CAPTURE) {
            return Answer.declined("capture_failed", "The test bank does not pay, as with amounts that end with 04.");
        }
        return answer(call, store.change(call.payment(), standing -> must(standing, call)
                .captured(call.operation().amount())));
    }

    @Override
    public Answer refund(GatewayCall call) {
        if (digits(call.payment()) == NO_REFUND) {
            return Answer.declined(
                    "refund_failed", "The test bank takes nothing back, as with amounts that end with 05.");
        }
        return answer(call, store.change(call.payment(), standing -> {
            TrialPayment before = must(standing, call);
            boolean known = before.refunds().stream()
                    .anyMatch(one -> call.operation().key().equals(one.key()));
            return known
                    ? before
                    : before.refunded(call.operation().key(), call.operation().amount());
        }));
    }

    @Override
    public Answer cancel(GatewayCall call) {
        return answer(call, store.change(call.payment(), standing -> must(standing, call)
                .at(Stage.CANCELLED)));
    }

    @Override
    public Answer lookUp(Account account, Payment payment) {
        return store.find(payment)
                .map(one -> one.sighting(payment))
                .orElse(Sighting.missing(payment))
                .seen();
    }

    /** The driver has done what was wanted of them. @return false: nothing is */
    boolean act(Payment payment, boolean approves) {
        Optional<TrialPayment> standing = store.find(payment);
        if (standing.isEmpty() || standing.get().stage() != Stage.OPEN) {
            return false;
        }
        store.change(payment, now -> now.orElseThrow().at(approves ? Stage.HELD : Stage.FAILED));
        return true;
    }

    /** Each call of a payment that ends with 02 is done, and its answer lost. */
    private static Answer answer(GatewayCall call, TrialPayment made) {
        return digits(call.payment()) == SILENT && call.operation().kind() != OperationKind.CANCEL
                ? new Answer.Unknown("The answer of the test provider was lost, as with amounts that end with 02.")
                : made.sighting(call.payment()).seen();
    }

    private static TrialPayment must(Optional<TrialPayment> standing, GatewayCall call) {
        return standing.orElse(new TrialPayment(Stage.OPEN, wanted(call), zero(call), List.of()));
    }

    private static int digits(Payment payment) {
        return (int) (payment.terms().amount().minor() % 100);
    }

    private static Money wanted(GatewayCall call) {
        return call.payment().terms().amount();
    }

    private static Money zero(GatewayCall call) {
        return Money.zero(wanted(call).currency());
    }

    /** What it remembers. */
    record TrialPayment(Stage stage, Money amount, Money captured, List<Refund> refunds) {
        /** Once alone. */
        TrialPayment captured(Money taken) {
            return stage == Stage.HELD ? new TrialPayment(Stage.PAID, amount, taken, refunds) : this;
        }

        TrialPayment refunded(String key, Money back) {
            List<Refund> more = new ArrayList<>(refunds);
            more.add(new Refund(key, back, Progress.DONE));
            return new TrialPayment(stage, amount, captured, more);
        }

        /** Not of one that is paid. */
        TrialPayment at(Stage next) {
            return stage == Stage.PAID ? this : new TrialPayment(next, amount, captured, refunds);
        }

        Sighting sighting(Payment payment) {
            String name = "test_" + payment.reference();
            return new Sighting(
                    stage,
                    stage == Stage.PAID ? captured : amount,
                    refunds,
                    new Payment.Link(name, null, null, null),
                    null);
        }
    }
}
