package org.ohmstead.payments.click;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.ohmstead.api.Refused;
import org.ohmstead.payments.PaymentChanges;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.AccountKey;
import org.ohmstead.payments.gateways.Answer;
import org.ohmstead.payments.gateways.GatewayCall;
import org.ohmstead.payments.gateways.PaymentGateway;
import org.ohmstead.payments.gateways.ProviderHttp;
import org.ohmstead.payments.gateways.ProviderHttp.NoReply;
import org.ohmstead.payments.gateways.Sighting;
import org.ohmstead.payments.gateways.Sighting.Stage;
import org.ohmstead.payments.inbound.InboundSighting;
import org.ohmstead.payments.inbound.ProviderTransaction;
import org.ohmstead.payments.inbound.SqlProviderTransactions;
import org.ohmstead.payments.state.Payment;

/** Click: the driver goes to its page, and it tells us of it by {@link ClickShop}; a whole payment can be reversed. */
@Singleton
public class ClickGateway implements PaymentGateway {
    public static final String NAME = "click";

    private static final String PAGE = "https://my.click.uz/services/pay";

    private final SqlProviderTransactions transactions;
    private final PaymentChanges changes;
    private final ClickApi api;

    @Inject
    public ClickGateway(SqlProviderTransactions transactions, PaymentChanges changes, ClickApi api) {
        this.transactions = transactions;
        this.changes = changes;
        this.api = api;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<AccountKey> needs() {
        return Set.of(AccountKey.MERCHANT_ID, AccountKey.SERVICE_ID, AccountKey.USER_ID, AccountKey.SECRET_KEY);
    }

    @Override
    public void check(Payment.Terms terms) {
        if (!terms.amount().currency().getCurrencyCode().equals("UZS")) {
            throw Refused.invalid("currency", "currency is " + terms.amount().currency() + "; Click takes UZS alone.");
        }
    }

    @Override
    public Answer authorize(GatewayCall call) {
        return lookUp(call.account(), call.payment());
    }

    @Override
    public Answer capture(GatewayCall call) {
        return Answer.declined("no_hold", "Click holds nothing: what the driver pays is taken at once.");
    }

    /** The whole alone, and once: one that is reversed already is not reversed again. */
    @Override
    public Answer refund(GatewayCall call) {
        Account account = call.account();
        Payment payment = call.payment();
        if (!call.operation().amount().equals(payment.sums().captured())) {
            return Answer.declined(
                    "whole_only",
                    "Click gives back the whole of " + payment.sums().captured() + " alone.");
        }
        Sighting now = sighting(transactions.of(payment), call);
        if (now.stage() != Stage.PAID || !now.refunds().isEmpty()) {
            return now.seen();
        }
        try {
            return switch (api.reverse(account, payment)) {
                case ClickApi.Reversal.DONE -> reversed(call);
                case ClickApi.Reversal.REFUSED ->
                    Answer.declined("reversal_refused", "Click does not reverse this payment any more.");
                case ClickApi.Reversal.UNCLEAR -> new Answer.Unknown("Click does not say whether it has reversed it.");
            };
        } catch (NoReply lost) {
            return new Answer.Unknown(String.valueOf(lost.getMessage()));
        }
    }

    private Answer reversed(GatewayCall call) {
        Account account = call.account();
        return changes.write(account.scope(), call.payment().id(), tx -> {
            transactions.of(tx, call.payment()).stream()
                    .filter(one -> one.state() == ProviderTransaction.DONE)
                    .forEach(one -> transactions.put(tx, account, one.cancelled(null, changes.now())));
            return sighting(transactions.of(tx, call.payment()), call).seen();
        });
    }

    private static Sighting sighting(List<ProviderTransaction> all, GatewayCall call) {
        return InboundSighting.of(call.payment(), all, null, call.operation().key());
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
                    .forEach(one -> transactions.put(tx, account, one.cancelled(null, changes.now())));
            return Sighting.of(Stage.CANCELLED, now.amount(), now.link()).seen();
        });
    }

    @Override
    public Answer lookUp(Account account, Payment payment) {
        return InboundSighting.of(payment, transactions.of(payment), page(account, payment), null)
                .seen();
    }

    /** Where the driver pays (docs.click.uz, button by link). */
    static String page(Account account, Payment payment) {
        String returnUrl = payment.terms().returnUrl();
        return PAGE + "?service_id=" + ProviderHttp.encoded(account.key(AccountKey.SERVICE_ID)) + "&merchant_id="
                + ProviderHttp.encoded(account.key(AccountKey.MERCHANT_ID)) + "&amount="
                + payment.terms().amount().amount().toPlainString() + "&transaction_param=" + payment.reference()
                + (returnUrl == null ? "" : "&return_url=" + ProviderHttp.encoded(returnUrl));
    }
}
