package org.ohmstead.payments;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ohmstead.access.Actor;
import org.ohmstead.background.OneByOne;
import org.ohmstead.db.Scope;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.payments.gateways.Answer;
import org.ohmstead.payments.gateways.Sighting;
import org.ohmstead.payments.gateways.Sighting.Stage;
import org.ohmstead.payments.state.Failure;
import org.ohmstead.payments.state.Operation;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.PaymentState;

/**
 * Asks providers about payments of which nobody knows how they stand: a call had no answer, the server ended between the call and
 * its commit, a webhook was lost. What was not done is asked for again by the same key, so that it is done once.
 */
@Singleton
public class PaymentReconciliation implements RecurringJobs {
    static final String CAUSE = "reconciliation";
    /** Providers know a key for a day at least; behind that a repetition might be another one to them. */
    static final Duration KEYS_HOLD = Duration.ofHours(23);
    /** Whoever has not paid by then does not; Payme gives up after twelve hours. */
    static final Duration DRIVERS_PATIENCE = Duration.ofHours(24);

    private static final Duration TURN = Duration.ofMinutes(1);
    private static final Duration HOLDS = Duration.ofHours(1);
    private static final Duration NOTICES = Duration.ofDays(90);

    private final SqlPaymentStore store;
    private final SqlDuePayments due;
    private final PaymentOperations operations;
    private final PaymentChanges changes;
    private final Payments payments;
    private final ReconciliationSettings settings;

    @Inject
    public PaymentReconciliation(
            SqlPaymentStore store,
            SqlDuePayments due,
            PaymentOperations operations,
            PaymentChanges changes,
            Payments payments,
            ReconciliationSettings settings) {
        this.store = store;
        this.due = due;
        this.operations = operations;
        this.changes = changes;
        this.payments = payments;
        this.settings = settings;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(TURN, TURN, "payment-reconciliation", this::run),
                Recurring.every(
                        Duration.ofHours(1),
                        TURN,
                        "payment-notice-retention",
                        () -> due.forgetNotices(changes.now().minus(NOTICES))));
    }

    /** All that are due. */
    public void run() {
        Instant now = changes.now();
        for (Payment payment : due.due(now.minus(settings.after()), now.minus(HOLDS))) {
            OneByOne.attempt(
                    () -> "tenant=" + payment.tenant() + " payment=" + payment.id() + " asking its provider",
                    () -> reconcile(payment, now));
        }
    }

    private void reconcile(Payment payment, Instant now) {
        Scope scope = scope(payment);
        store.asked(scope, payment, now); // one that fails does not keep the others from their turn
        Answer answer = operations.lookUp(payment, CAUSE);
        if (!(answer instanceof Answer.Seen(var sighting))) {
            return;
        }
        Payment standing = payments.get(scope, payment.id());
        Optional<Operation> pending = store.operations(scope, standing).stream()
                .filter(Operation::isPending)
                .findFirst();
        if (sighting.stage() == Stage.MISSING && standing.state().isOpen()) {
            lost(standing);
        } else if (pending.isPresent()) {
            again(standing, pending.get(), sighting, now);
        } else if (standing.state() == PaymentState.AUTHORIZING
                && standing.createdAt().isBefore(now.minus(DRIVERS_PATIENCE))) {
            payments.cancel(server(payment), payment.id());
        }
    }

    /** The call never came there. Nobody waits for it any more, so it is not made now. */
    private void lost(Payment payment) {
        Scope scope = scope(payment);
        Failure failure = new Failure("never_arrived", "The provider knows nothing of it: the request was lost.");
        changes.write(scope, payment.id(), tx -> changes.lost(tx, scope, payment.id(), failure, CAUSE));
    }

    private void again(Payment payment, Operation operation, Sighting sighting, Instant now) {
        if (sighting.refund(operation.key()).isPresent()) {
            return; // it is underway
        }
        if (operation.begunAt().isBefore(now.minus(KEYS_HOLD))) {
            Scope scope = scope(payment);
            Failure failure = new Failure(
                    "given_up",
                    "The provider has not done it within " + KEYS_HOLD.toHours() + " hours; it was asked for last at "
                            + operation.begunAt() + ".");
            changes.write(
                    scope,
                    payment.id(),
                    tx -> changes.refused(tx, scope, payment.id(), operation.key(), failure, CAUSE));
        } else {
            operations.ask(payment, operation, CAUSE);
        }
    }

    private static Actor server(Payment payment) {
        return Actor.server(payment.tenant(), CAUSE);
    }

    private static Scope scope(Payment payment) {
        return server(payment).scope();
    }
}
