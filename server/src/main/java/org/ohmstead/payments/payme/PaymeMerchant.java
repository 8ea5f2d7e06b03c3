package org.ohmstead.payments.payme;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.payments.PaymentChanges;
import org.ohmstead.payments.Payments;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.inbound.InboundSighting;
import org.ohmstead.payments.inbound.ProviderTransaction;
import org.ohmstead.payments.inbound.SqlProviderTransactions;
import org.ohmstead.payments.state.Payment;

/**
 * The six methods of Payme's Merchant API. Each is answered the same again when it is called again, and what one does to the
 * transaction it does to the payment in the same commit. A transaction that is not performed within twelve hours is cancelled.
 */
@Singleton
public class PaymeMerchant {
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String CAUSE = "provider";
    private static final int TIMED_OUT = 4;
    private static final int MOST_IN_STATEMENT = 10_000;

    private final Payments payments;
    private final PaymentChanges changes;
    private final SqlProviderTransactions transactions;

    @Inject
    public PaymeMerchant(Payments payments, PaymentChanges changes, SqlProviderTransactions transactions) {
        this.payments = payments;
        this.changes = changes;
        this.transactions = transactions;
    }

    /** A refusal that stands for a change all the same: what a unit of work throws would undo it. */
    private record Outcome(
            ProviderTransaction transaction, @Nullable PaymeRefusal refusal) {
        ProviderTransaction orRefused() {
            if (refusal != null) {
                throw refusal;
            }
            return transaction;
        }
    }

    /** @throws PaymeRefusal there is no such payment, it is closed, or the amount is another */
    Payment payable(Account account, String reference, long amount) {
        Payment payment = payments.byReference(account, reference).orElseThrow(PaymeRefusal::noPayment);
        checkPayable(payment, amount);
        return payment;
    }

    private static void checkPayable(Payment payment, long amount) {
        if (!payment.state().isOpen()) {
            throw PaymeRefusal.closed();
        }
        if (payment.terms().amount().minor() != amount) {
            throw PaymeRefusal.wrongAmount();
        }
    }

    ObjectNode create(Account account, String name, Instant at, long amount, String reference) {
        Optional<ProviderTransaction> standing = transactions.find(account, name);
        long id = standing.isPresent()
                ? standing.get().payment()
                : payable(account, reference, amount).id();
        return created(changes.write(account.scope(), id, tx -> create(tx, account, id, name, at, amount))
                .orRefused());
    }

    private Outcome create(Tx tx, Account account, long id, String name, Instant at, long amount) {
        Optional<ProviderTransaction> standing = transactions.find(tx, account, name);
        if (standing.isPresent()) {
            ProviderTransaction one = standing.get();
            return one.state() == ProviderTransaction.BEGUN ? inTime(tx, account, one) : cannot(one);
        }
        Payment payment = changes.find(tx, account.scope(), id).orElseThrow();
        checkPayable(payment, amount);
        Instant now = changes.now();
        if (at.isBefore(now.minus(LONGEST))) {
            throw PaymeRefusal.cannotPerform();
        }
        for (ProviderTransaction other : transactions.of(tx, payment)) {
            if (other.state() > 0 && inTime(tx, account, other).refusal() == null) {
                throw PaymeRefusal.busy();
            }
        }
        ProviderTransaction fresh =
                new ProviderTransaction(0, id, name, amount, ProviderTransaction.BEGUN, null, at, now, null, null);
        ProviderTransaction made = transactions.add(tx, account, fresh);
        seen(tx, account, payment);
        return new Outcome(made, null);
    }

    ObjectNode perform(Account account, String name) {
        return performed(change(account, name, (tx, one) -> {
            if (one.state() == ProviderTransaction.DONE) {
                return new Outcome(one, null);
            }
            Payment payment = changes.find(tx, account.scope(), one.payment()).orElseThrow();
            if (one.state() != ProviderTransaction.BEGUN || !payment.state().isOpen()) {
                return cannot(one);
            }
            Outcome still = inTime(tx, account, one);
            if (still.refusal() != null) {
                return still;
            }
            ProviderTransaction done = one.done(changes.now());
            transactions.put(tx, account, done);
            seen(tx, account, payment);
            return new Outcome(done, null);
        }));
    }

    /** Whoever runs the charging stations decides in Payme's cabinet what goes back, so what was done can always be cancelled. */
    ObjectNode cancel(Account account, String name, @Nullable Integer reason) {
        return cancelled(change(account, name, (tx, one) -> {
            if (one.state() < 0) {
                return new Outcome(one, null);
            }
            ProviderTransaction cancelled = one.cancelled(reason, changes.now());
            transactions.put(tx, account, cancelled);
            seen(tx, account, changes.find(tx, account.scope(), one.payment()).orElseThrow());
            return new Outcome(cancelled, null);
        }));
    }

    ObjectNode check(Account account, String name) {
        ProviderTransaction one = transactions.find(account, name).orElseThrow(PaymeRefusal::noTransaction);
        return times(JsonNodeFactory.instance.objectNode(), one);
    }

    ObjectNode statement(Account account, Instant from, Instant to) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode list = result.putArray("transactions");
        for (ProviderTransaction one : transactions.between(account, from, to, MOST_IN_STATEMENT)) {
            ObjectNode row = list.addObject()
                    .put("id", one.name())
                    .put("time", one.providerAt().toEpochMilli())
                    .put("amount", one.minor());
            String reference = payments.get(account.scope(), one.payment()).reference();
            row.putObject("account").put(PaymeGateway.FIELD, reference);
            times(row, one).putNull("receivers");
        }
        return result;
    }

    private ProviderTransaction change(
            Account account, String name, BiFunction<Tx, ProviderTransaction, Outcome> change) {
        ProviderTransaction known = transactions.find(account, name).orElseThrow(PaymeRefusal::noTransaction);
        return changes.write(
                        account.scope(),
                        known.payment(),
                        tx -> change.apply(
                                tx, transactions.find(tx, account, name).orElseThrow()))
                .orRefused();
    }

    /** One that began too long ago is cancelled. */
    private Outcome inTime(Tx tx, Account account, ProviderTransaction one) {
        Instant now = changes.now();
        if (one.state() != ProviderTransaction.BEGUN || !one.createdAt().isBefore(now.minus(LONGEST))) {
            return new Outcome(one, null);
        }
        ProviderTransaction over = one.cancelled(TIMED_OUT, now);
        transactions.put(tx, account, over);
        return cannot(over);
    }

    private static Outcome cannot(ProviderTransaction one) {
        return new Outcome(one, PaymeRefusal.cannotPerform());
    }

    private void seen(Tx tx, Account account, Payment payment) {
        List<ProviderTransaction> all = transactions.of(tx, payment);
        changes.seen(
                tx,
                account.scope(),
                payment.id(),
                InboundSighting.of(payment, all, PaymeGateway.page(account, payment), null),
                CAUSE);
    }

    private static ObjectNode created(ProviderTransaction one) {
        return result(one).put("create_time", one.createdAt().toEpochMilli());
    }

    private static ObjectNode performed(ProviderTransaction one) {
        return result(one).put("perform_time", millis(one.performedAt()));
    }

    private static ObjectNode cancelled(ProviderTransaction one) {
        return result(one).put("cancel_time", millis(one.cancelledAt()));
    }

    private static ObjectNode times(ObjectNode into, ProviderTransaction one) {
        into.setAll(result(one));
        return into.put("create_time", one.createdAt().toEpochMilli())
                .put("perform_time", millis(one.performedAt()))
                .put("cancel_time", millis(one.cancelledAt()))
                .put("reason", one.reason());
    }

    private static ObjectNode result(ProviderTransaction one) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("transaction", Long.toString(one.id()))
                .put("state", one.state());
    }

    private static long millis(@Nullable Instant at) {
        return at == null ? 0 : at.toEpochMilli();
    }
}
