package org.ohmstead.payments.click;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ohmstead.api.Refused;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.payments.PaymentChanges;
import org.ohmstead.payments.Payments;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.AccountKey;
import org.ohmstead.payments.gateways.GatewayAccounts;
import org.ohmstead.payments.inbound.InboundSighting;
import org.ohmstead.payments.inbound.ProviderTransaction;
import org.ohmstead.payments.inbound.SqlProviderTransactions;
import org.ohmstead.payments.state.Payment;

/**
 * Click's SHOP API: Prepare and Complete, checked in the order of Click's own sample. What one does to the transaction it does to the
 * payment in the same commit, and the same again is answered without doing it again.
 */
@Singleton
public class ClickShop {
    private static final String CAUSE = "provider";

    private final GatewayAccounts accounts;
    private final Payments payments;
    private final PaymentChanges changes;
    private final SqlProviderTransactions transactions;

    @Inject
    public ClickShop(
            GatewayAccounts accounts, Payments payments, PaymentChanges changes, SqlProviderTransactions transactions) {
        this.accounts = accounts;
        this.payments = payments;
        this.changes = changes;
        this.transactions = transactions;
    }

    private record Outcome(ClickReply reply, long transaction) {
        static Outcome of(ClickReply reply) {
            return new Outcome(reply, 0);
        }
    }

    /** @param action 0 to prepare, 1 to complete @throws Refused not found: there is no such account */
    ObjectNode answer(long accountId, int action, byte[] body) {
        Account account = accounts.called(ClickGateway.NAME, accountId)
                .orElseThrow(() -> Refused.notFound("There is no account " + accountId + " of Click."));
        ClickForm form = ClickForm.of(body);
        Outcome outcome = answer(account, action, form);
        return outcome.reply().json(form, outcome.transaction());
    }

    private Outcome answer(Account account, int action, ClickForm form) {
        if (!form.isWhole()) {
            return Outcome.of(ClickReply.BAD_REQUEST);
        }
        if (!form.text("service_id").equals(account.key(AccountKey.SERVICE_ID))
                || !form.isSigned(account.key(AccountKey.SECRET_KEY))) {
            return Outcome.of(ClickReply.SIGN);
        }
        if (!form.text("action").equals(Integer.toString(action))) {
            return Outcome.of(ClickReply.ACTION);
        }
        Optional<Payment> payment = payments.byReference(account, form.text("merchant_trans_id"));
        if (payment.isEmpty()) {
            return Outcome.of(ClickReply.NO_PAYMENT);
        }
        long id = payment.get().id();
        try {
            return changes.write(account.scope(), id, tx -> {
                Payment now = changes.find(tx, account.scope(), id).orElseThrow();
                return action == 0 ? prepare(tx, account, now, form) : complete(tx, account, now, form);
            });
        } catch (Refused moved) { // another node has changed it at the same moment: it comes again
            return Outcome.of(ClickReply.FAILED);
        }
    }

    private Outcome prepare(Tx tx, Account account, Payment payment, ClickForm form) {
        Optional<ProviderTransaction> standing = transactions.find(tx, account, form.text("click_trans_id"));
        if (payment.state().isPaid()) {
            return Outcome.of(ClickReply.PAID);
        }
        if (isOther(payment, form)) {
            return Outcome.of(ClickReply.AMOUNT);
        }
        if (payment.state().isOver() || (standing.isPresent() && standing.get().state() < 0)) {
            return Outcome.of(ClickReply.CANCELLED);
        }
        if (standing.isPresent()) {
            return standing.get().payment() == payment.id()
                    ? new Outcome(ClickReply.OK, standing.get().id())
                    : Outcome.of(ClickReply.NO_TRANSACTION);
        }
        Instant now = changes.now();
        transactions.of(tx, payment).stream() // the driver has begun anew
                .filter(one -> one.state() == ProviderTransaction.BEGUN)
                .forEach(one -> transactions.put(tx, account, one.cancelled(null, now)));
        ProviderTransaction made = transactions.add(
                tx,
                account,
                new ProviderTransaction(
                        0,
                        payment.id(),
                        form.text("click_trans_id"),
                        payment.terms().amount().minor(),
                        ProviderTransaction.BEGUN,
                        null,
                        now,
                        now,
                        null,
                        null));
        seen(tx, account, payment);
        return new Outcome(ClickReply.OK, made.id());
    }

    private Outcome complete(Tx tx, Account account, Payment payment, ClickForm form) {
        Optional<ProviderTransaction> known = transactions
                .find(tx, account, form.text("click_trans_id"))
                .filter(one -> one.payment() == payment.id())
                .filter(one -> Long.toString(one.id()).equals(form.text("merchant_prepare_id")));
        if (known.isEmpty()) {
            return Outcome.of(ClickReply.NO_TRANSACTION);
        }
        ProviderTransaction one = known.get();
        if (one.state() == ProviderTransaction.DONE) {
            return new Outcome(ClickReply.PAID, one.id());
        }
        if (isOther(payment, form)) {
            return Outcome.of(ClickReply.AMOUNT);
        }
        if (one.state() < 0 || !payment.state().isOpen()) {
            return new Outcome(ClickReply.CANCELLED, one.id());
        }
        boolean givenUp = form.error() < 0;
        transactions.put(tx, account, givenUp ? one.cancelled(null, changes.now()) : one.done(changes.now()));
        seen(tx, account, payment);
        return new Outcome(givenUp ? ClickReply.CANCELLED : ClickReply.OK, one.id());
    }

    private static boolean isOther(Payment payment, ClickForm form) {
        return form.amount().compareTo(payment.terms().amount().amount()) != 0;
    }

    private void seen(Tx tx, Account account, Payment payment) {
        List<ProviderTransaction> all = transactions.of(tx, payment);
        changes.seen(
                tx,
                account.scope(),
                payment.id(),
                InboundSighting.of(payment, all, ClickGateway.page(account, payment), null),
                CAUSE);
    }
}
