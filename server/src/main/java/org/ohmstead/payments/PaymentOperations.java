package org.ohmstead.payments;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.Answer;
import org.ohmstead.payments.gateways.GatewayAccounts;
import org.ohmstead.payments.gateways.GatewayCall;
import org.ohmstead.payments.gateways.Sighting;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Operation;
import org.ohmstead.payments.state.OperationKind;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.Step;

/**
 * The three steps of everything that a provider is asked for: the intent is written down, the provider is called, what it says is
 * written down. Whoever is stopped between two of them leaves a pending operation, and {@link PaymentReconciliation} goes on.
 */
@Singleton
public class PaymentOperations {
    static final String ENTITY = "payment";
    /** Of the only operation that begins after the end; no other attempt comes so far. */
    private static final int LATE = 1_000;

    private final SqlPaymentStore store;
    private final PaymentChanges changes;
    private final GatewayAccounts accounts;
    private final AuditLog audit;

    @Inject
    public PaymentOperations(SqlPaymentStore store, PaymentChanges changes, GatewayAccounts accounts, AuditLog audit) {
        this.store = store;
        this.changes = changes;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * What is wanted of a payment.
     *
     * @param key    by which the provider knows a repetition
     * @param change of the payment as the intent is written down; refuses what its state does not allow
     */
    record Wanted(OperationKind kind, int attempt, Money amount, String key, UnaryOperator<Payment> change) {}

    /** Writes the intent down, asks the provider, and writes down what it says. @return the payment as it stands then */
    Payment carryOut(Actor by, Payment payment, Wanted wanted) {
        Scope scope = by.scope().wholeTenant();
        Operation begun = changes.write(scope, payment.id(), tx -> {
            Payment standing = store.find(tx, scope, payment.id()).orElseThrow();
            List<Operation> all = store.operations(tx, standing);
            Operation same = all.stream()
                    .filter(one -> one.key().equals(wanted.key()))
                    .findFirst()
                    .orElse(null);
            if (same != null) {
                return same; // the unit runs once more, or somebody asks twice: the provider knows the key
            }
            checkFree(standing, all);
            Payment after = wanted.change().apply(standing);
            Instant now = changes.now();
            Operation fresh = fresh(wanted, by, now);
            store.put(tx, standing, after, now);
            store.add(tx, standing, fresh);
            store.add(tx, standing, new Step(now, after.state(), wanted.kind(), wanted.amount(), by.word(), null));
            audit.record(
                    tx,
                    by,
                    AuditEntry.done(
                            ENTITY,
                            standing.id(),
                            wanted.kind().word(),
                            Map.of("amount", wanted.amount().toString())));
            return fresh;
        });
        Payment now = store.find(scope, payment.id()).orElseThrow();
        return begun.isPending() ? ask(now, begun, by.word()) : now;
    }

    /** As it is recorded. */
    static Object audited(Payment one) {
        Payment.Terms terms = one.terms();
        return Map.of(
                "gateway",
                terms.gateway(),
                "live",
                terms.live(),
                "amount",
                terms.amount().toString(),
                "subject",
                terms.subject() == null ? "" : terms.subject());
    }

    static Operation fresh(Wanted wanted, Actor by, Instant now) {
        return new Operation(
                0,
                wanted.kind(),
                wanted.attempt(),
                wanted.amount(),
                wanted.key(),
                Operation.Outcome.PENDING,
                null,
                now,
                by.word(),
                null);
    }

    private static void checkFree(Payment payment, List<Operation> all) {
        all.stream().filter(Operation::isPending).findFirst().ifPresent(pending -> {
            throw Refused.conflict(
                    null,
                    "Payment " + payment.id() + " is busy: its provider was asked to "
                            + pending.kind().word() + " at " + pending.begunAt()
                            + ", and it is not known yet what came of that. It is looked after by itself; try again"
                            + " when that has ended.");
        });
    }

    /** Asks the provider for what was written down, perhaps not for the first time. */
    Payment ask(Payment payment, Operation operation, String cause) {
        Account account = accounts.get(scope(payment), payment.account());
        Answer answer = accounts.gateway(account.gateway()).perform(new GatewayCall(account, payment, operation));
        return answered(payment, operation, answer, cause);
    }

    private Payment answered(Payment payment, Operation operation, Answer answer, String cause) {
        Scope scope = scope(payment);
        return switch (answer) {
            case Answer.Seen(var sighting) ->
                changes.write(scope, payment.id(), tx -> changes.seen(tx, scope, payment.id(), sighting, cause));
            case Answer.Declined(var failure) ->
                changes.write(
                        scope,
                        payment.id(),
                        tx -> changes.refused(tx, scope, payment.id(), operation.key(), failure, cause));
            case Answer.Unknown(var why) -> unknown(payment, operation, why, cause);
        };
    }

    private Payment unknown(Payment payment, Operation operation, String why, String cause) {
        if (cause.equals(PaymentReconciliation.CAUSE)) {
            store.asked(scope(payment), payment, changes.now());
        } else {
            changes.write(scope(payment), payment.id(), tx -> {
                store.add(
                        tx,
                        payment,
                        new Step(changes.now(), payment.state(), operation.kind(), null, cause, "unknown: " + why));
                return true;
            });
        }
        return payment;
    }

    /** Asks how it stands, and writes that down. */
    Answer lookUp(Payment payment, String cause) {
        Account account = accounts.get(scope(payment), payment.account());
        Answer answer = accounts.gateway(account.gateway()).lookUp(account, payment);
        if (answer instanceof Answer.Seen(var sighting)) {
            Scope scope = scope(payment);
            Payment after =
                    changes.write(scope, payment.id(), tx -> changes.seen(tx, scope, payment.id(), sighting, cause));
            if (after.state().isOver() && sighting.stage() == Sighting.Stage.HELD) {
                release(after);
            }
        }
        return answer;
    }

    /** A hold that came for a payment that is over already, because a request was slower than our patience, is given back. */
    private void release(Payment payment) {
        String key = payment.reference() + "-release";
        carryOut(
                Actor.server(payment.tenant(), "late-hold"),
                payment,
                new Wanted(OperationKind.CANCEL, LATE, payment.terms().amount(), key, one -> one));
    }

    private static Scope scope(Payment payment) {
        return Actor.server(payment.tenant(), PaymentReconciliation.CAUSE).scope();
    }
}
