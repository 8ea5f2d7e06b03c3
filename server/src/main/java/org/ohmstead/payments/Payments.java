package org.ohmstead.payments;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.payments.PaymentOperations.Wanted;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.Answer;
import org.ohmstead.payments.gateways.GatewayAccounts;
import org.ohmstead.payments.gateways.PaymentGateway;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Operation;
import org.ohmstead.payments.state.OperationKind;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.PaymentState;
import org.ohmstead.payments.state.Step;

/**
 * Payments from the hold to the money: whoever owes or is owed asks here, and hears of what happened by {@link PaymentAuthorized},
 * {@link PaymentCaptured}, {@link PaymentRefunded}, {@link PaymentCancelled} and {@link PaymentFailed}. Each method may be called
 * again with the same words: nothing is taken or given back a second time.
 */
@Singleton
public class Payments {
    private static final int REFERENCE_BYTES = 12;
    private static final String WHAT = "A payment";

    private final SqlPaymentStore store;
    private final PaymentOperations operations;
    private final PaymentChanges changes;
    private final GatewayAccounts accounts;
    private final AuditLog audit;

    @Inject
    public Payments(
            SqlPaymentStore store,
            PaymentOperations operations,
            PaymentChanges changes,
            GatewayAccounts accounts,
            AuditLog audit) {
        this.store = store;
        this.operations = operations;
        this.changes = changes;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * Has money held, or asks the driver for it.
     *
     * @return the payment: authorized, declined, or authorizing as long as the driver or the provider is not done
     * @throws Refused invalid; in conflict: no such account, or the key belongs to another payment
     */
    public Payment authorize(Actor by, NewPayment wanted) {
        by.checkSeesAll(WHAT);
        Scope scope = by.scope();
        Optional<Payment> standing = store.byKey(scope, wanted.key());
        if (standing.isPresent()) {
            return same(standing.get(), wanted);
        }
        PaymentGateway gateway = accounts.gateway(wanted.gateway());
        Account account = accounts.forPayments(scope, wanted.gateway(), wanted.live());
        if (wanted.amount().isZero()) {
            throw Refused.invalid("amount", "amount is 0; there is nothing to be paid.");
        }
        Payment fresh = fresh(by, account, wanted);
        gateway.check(fresh.terms());
        Operation operation =
                PaymentOperations.fresh(next(fresh, List.of(), OperationKind.AUTHORIZE), by, fresh.createdAt());
        Payment made = changes.write(scope, 0, tx -> {
            Optional<Payment> other = store.byKey(tx, scope, wanted.key());
            if (other.isPresent()) {
                return other.get();
            }
            long id = store.add(tx, fresh);
            Payment added = store.find(tx, scope, id).orElseThrow();
            store.add(tx, added, operation);
            Instant at = fresh.createdAt();
            store.add(tx, added, new Step(at, PaymentState.CREATED, null, wanted.amount(), by.word(), null));
            store.add(
                    tx, added, new Step(at, PaymentState.AUTHORIZING, OperationKind.AUTHORIZE, null, by.word(), null));
            audit.record(tx, by, AuditEntry.created(PaymentOperations.ENTITY, id, PaymentOperations.audited(added)));
            return added;
        });
        return made.reference().equals(fresh.reference())
                ? operations.ask(made, operation, by.word())
                : same(made, wanted);
    }

    private Payment fresh(Actor by, Account account, NewPayment wanted) {
        Instant now = changes.now();
        return new Payment(
                0,
                by.tenant(),
                account.id(),
                HexFormat.of().formatHex(RandomSecrets.bytes(REFERENCE_BYTES)),
                new Payment.Terms(
                        account.gateway(),
                        account.live(),
                        wanted.key(),
                        wanted.amount(),
                        wanted.subject(),
                        wanted.description(),
                        wanted.method(),
                        wanted.returnUrl()),
                PaymentState.AUTHORIZING,
                Payment.Sums.none(wanted.amount()),
                Payment.Link.NONE,
                null,
                1,
                now,
                by.word(),
                now);
    }

    private static Payment same(Payment standing, NewPayment wanted) {
        Payment.Terms terms = standing.terms();
        if (!terms.amount().equals(wanted.amount())
                || !terms.gateway().equals(wanted.gateway())
                || terms.live() != wanted.live()) {
            throw Refused.conflict(
                    "key",
                    "The key belongs to payment " + standing.id() + " of " + terms.amount() + " by " + terms.gateway()
                            + ". Send the same again, or take another key.");
        }
        return standing;
    }

    /**
     * Takes what a matter has cost in the end, as far as the hold covers it; the rest is told as a debt. Where it has cost nothing,
     * the hold is given back.
     *
     * @throws Refused in conflict: nothing is held yet, or another cost was told before
     */
    public Payment capture(Actor by, long id, Money cost) {
        Payment payment = mine(by, id);
        checkCurrency(payment, cost);
        PaymentState state = payment.state();
        if (cost.equals(payment.sums().cost()) && state != PaymentState.CAPTURE_FAILED) {
            return payment;
        }
        if (state.isOpen()) {
            throw Refused.conflict(
                    null,
                    "Nothing is held for payment " + id + " yet: it is " + state.word()
                            + ". Wait until it is authorized, or cancel it.");
        }
        boolean told = payment.sums().cost() != null;
        if (state == PaymentState.CAPTURING || (state.isPaid() && told)) {
            throw Refused.conflict(
                    "cost",
                    "Payment " + id + " is " + state.word() + " for "
                            + payment.sums().captured()
                            + " already, which happens once. Refund what was too much, or make another payment.");
        }
        if (state.isOver() || state.isPaid()) { // the latter at once, by a provider without holds
            Scope scope = by.scope();
            return changes.write(scope, id, tx -> changes.owed(tx, scope, id, cost, by.word()));
        }
        Money taken = cost.smallerOf(payment.sums().held());
        UnaryOperator<Payment> costed = one -> one.withSums(one.sums().withCost(cost));
        return taken.isZero()
                ? cancel(by, payment, costed)
                : begin(by, payment, OperationKind.CAPTURE, taken, one -> {
                    mustBe(one, one.state().isHeld() && one.state() != PaymentState.CAPTURING, "captured");
                    return costed.apply(one).with(PaymentState.CAPTURING);
                });
    }

    /** Gives up a payment, and frees what is held. One that is over already stays so. @throws Refused in conflict: it is paid */
    public Payment cancel(Actor by, long id) {
        return cancel(by, mine(by, id), one -> one);
    }

    private Payment cancel(Actor by, Payment payment, UnaryOperator<Payment> change) {
        return payment.state().isOver()
                ? payment
                : begin(by, payment, OperationKind.CANCEL, payment.sums().held(), one -> {
                    mustBe(one, one.state().isOpen() || one.state().isHeld(), "cancelled; refund it");
                    return change.apply(one);
                });
    }

    /**
     * Gives back what was taken, or a part of it.
     *
     * @param amount null: all that is left
     * @param key    of whoever wants it: asked again with the same it is the same refund; null: each time is another one
     * @throws Refused invalid: more than is left; in conflict: nothing was taken
     */
    public Payment refund(Actor by, long id, @Nullable Money amount, @Nullable String key) {
        Payment payment = mine(by, id);
        List<Operation> all = store.operations(by.scope(), payment);
        String name =
                payment.reference() + "-refund-" + (key == null ? "" + next(all, OperationKind.REFUND) : "k" + key);
        if (all.stream().anyMatch(one -> one.key().equals(name))) {
            return payment;
        }
        Money left = payment.sums().refundable();
        mustBe(payment, payment.state().isPaid() && !left.isZero(), "refunded");
        Money back = amount == null ? left : amount;
        checkCurrency(payment, back);
        if (back.isZero() || back.isMoreThan(left)) {
            throw Refused.invalid(
                    "amount", "amount is " + back + "; allowed is more than 0, up to " + left + " that is left.");
        }
        return operations.carryOut(
                by, payment, new Wanted(OperationKind.REFUND, next(all, OperationKind.REFUND), back, name, one -> {
                    mustBe(one, !back.isMoreThan(one.sums().refundable()), "refunded by so much");
                    return one;
                }));
    }

    private Payment begin(Actor by, Payment payment, OperationKind kind, Money amount, UnaryOperator<Payment> change) {
        Wanted wanted = next(payment, store.operations(by.scope(), payment), kind);
        return operations.carryOut(by, payment, new Wanted(kind, wanted.attempt(), amount, wanted.key(), change));
    }

    private static Wanted next(Payment payment, List<Operation> all, OperationKind kind) {
        int attempt = next(all, kind);
        String key = payment.reference() + "-" + kind.word() + "-" + attempt;
        return new Wanted(kind, attempt, payment.terms().amount(), key, one -> one);
    }

    /** A pending one is meant again, not another. */
    private static int next(List<Operation> all, OperationKind kind) {
        return (int) all.stream()
                        .filter(one -> one.kind() == kind && !one.isPending())
                        .count()
                + 1;
    }

    private static void mustBe(Payment payment, boolean allowed, String what) {
        if (!allowed) {
            throw Refused.conflict(
                    null,
                    "Payment " + payment.id() + " is " + payment.state().word() + ", with "
                            + payment.sums().refundable() + " taken; it cannot be " + what + ".");
        }
    }

    private static void checkCurrency(Payment payment, Money amount) {
        if (!amount.currency().equals(payment.terms().amount().currency())) {
            throw Refused.invalid(
                    "currency",
                    "currency is " + amount.currency() + "; payment " + payment.id() + " is in "
                            + payment.terms().amount().currency() + ".");
        }
    }

    private Payment mine(Actor by, long id) {
        by.checkSeesAll(WHAT);
        return get(by.scope(), id);
    }

    /** @throws Refused not found */
    public Payment get(Scope scope, long id) {
        return store.find(scope, id)
                .orElseThrow(
                        () -> Refused.notFound("There is no payment " + id + ". GET /api/v1/payments lists them."));
    }

    /** By what we call it at the provider. */
    public Optional<Payment> byReference(Account account, String reference) {
        return store.byReference(account.scope(), account.id(), reference);
    }

    /** By what the provider calls it. */
    public Optional<Payment> byName(Account account, String name) {
        return store.byName(account.scope(), account.id(), name);
    }

    /**
     * Asks the provider how it stands.
     *
     * @param cause for the history
     * @return false: it does not say so now
     */
    public boolean refresh(Payment payment, String cause) {
        return operations.lookUp(payment, cause) instanceof Answer.Seen;
    }
}
