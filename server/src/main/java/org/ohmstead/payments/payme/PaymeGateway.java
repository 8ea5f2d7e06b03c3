package org.ohmstead.payments.payme;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.ohmstead.api.Refused;
import org.ohmstead.payments.PaymentChanges;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.AccountKey;
import org.ohmstead.payments.gateways.Answer;
import org.ohmstead.payments.gateways.GatewayCall;
import org.ohmstead.payments.gateways.PaymentGateway;
import org.ohmstead.payments.gateways.Sighting;
import org.ohmstead.payments.gateways.Sighting.Stage;
import org.ohmstead.payments.inbound.InboundSighting;
import org.ohmstead.payments.inbound.ProviderTransaction;
import org.ohmstead.payments.inbound.SqlProviderTransactions;
import org.ohmstead.payments.state.Payment;

/** Payme: the driver goes to its page, and it tells us of it by {@link PaymeMerchant}. Nothing is asked of it. */
@Singleton
public class PaymeGateway implements PaymentGateway {
    public static final String NAME = "payme";
    /** The field of the account by which a payment is known there. */
    static final String FIELD = "payment";

    private static final String LIVE_PAGE = "https://checkout.paycom.uz/";
    private static final String TEST_PAGE = "https://test.paycom.uz/";
    /** Execution of the transaction failed. */
    private static final int REASON_FAILED = 3;

    private final SqlProviderTransactions transactions;
    private final PaymentChanges changes;

    @Inject
    public PaymeGateway(SqlProviderTransactions transactions, PaymentChanges changes) {
        this.transactions = transactions;
        this.changes = changes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<AccountKey> needs() {
        return Set.of(AccountKey.MERCHANT_ID, AccountKey.SECRET_KEY);
    }

    @Override
    public void check(Payment.Terms terms) {
        if (!terms.amount().currency().getCurrencyCode().equals("UZS")) {
            throw Refused.invalid("currency", "currency is " + terms.amount().currency() + "; Payme takes UZS alone.");
        }
    }

    @Override
    public Answer authorize(GatewayCall call) {
        return lookUp(call.account(), call.payment());
    }

    @Override
    public Answer capture(GatewayCall call) {
        return Answer.declined("no_hold", "Payme holds nothing: what the driver pays is taken at once.");
    }

    @Override
    public Answer refund(GatewayCall call) {
        return Answer.declined(
                "not_from_here", "Payme gives money back from its own cabinet alone, and tells us of it then.");
    }

    /** What the driver has begun and not paid cannot be paid any more. */
    @Override
    public Answer cancel(GatewayCall call) {
        Account account = call.account();
        return changes.write(account.scope(), call.payment().id(), tx -> {
            List<ProviderTransaction> all = transactions.of(tx, call.payment());
            Sighting now = InboundSighting.of(call.payment(), all, null, null);
            if (now.stage() == Stage.PAID) {
                return now.seen();
            }
            all.stream()
                    .filter(one -> one.state() == ProviderTransaction.BEGUN)
                    .forEach(one -> transactions.put(tx, account, one.cancelled(REASON_FAILED, changes.now())));
            return Sighting.of(Stage.CANCELLED, now.amount(), now.link()).seen();
        });
    }

    @Override
    public Answer lookUp(Account account, Payment payment) {
        return InboundSighting.of(payment, transactions.of(payment), page(account, payment), null)
                .seen();
    }

    /** Where the driver pays (developer.help.paycom.uz, initialization by GET). */
    static String page(Account account, Payment payment) {
        String returnUrl = payment.terms().returnUrl();
        String fields = "m=" + account.key(AccountKey.MERCHANT_ID) + ";ac." + FIELD + "=" + payment.reference() + ";a="
                + payment.terms().amount().minor() + (returnUrl == null ? "" : ";c=" + returnUrl.replace(";", "%3B"));
        return (account.live() ? LIVE_PAGE : TEST_PAGE)
                + Base64.getEncoder().encodeToString(fields.getBytes(StandardCharsets.UTF_8));
    }
}
