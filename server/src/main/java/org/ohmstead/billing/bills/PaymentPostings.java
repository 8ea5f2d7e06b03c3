package org.ohmstead.billing.bills;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmstead.access.Actor;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.ledger.Account;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Ledger;
import org.ohmstead.ledger.Money;
import org.ohmstead.ledger.Posting;

/**
 * Money that a payment provider has taken or given back, as the events {@code payment.captured} and {@code payment.refunded} tell it.
 * What is paid later by invoice or out of a wallet moves no money now, and what a provider did for trying moves none at all.
 */
@Singleton
public class PaymentPostings {
    static final String CAPTURED = "payment.captured";
    static final String REFUNDED = "payment.refunded";

    private static final Set<String> WITHOUT_MONEY = Set.of("invoice", "wallet");
    /** What a payment is for, where that is a session. */
    private static final Pattern SESSION = Pattern.compile("session/(\\d{1,18})");

    private final SqlBillStore store;
    private final Ledger ledger;

    @Inject
    public PaymentPostings(SqlBillStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** Posts it, once however often it comes: the number of an event stays its own. */
    void told(Actor by, StoredEvent event) {
        JsonNode payment = event.payload();
        boolean moves = payment.path("live").asBoolean()
                && !WITHOUT_MONEY.contains(payment.path("gateway").asText());
        JsonNode amount = payment.path(event.kind().equals(CAPTURED) ? "captured" : "refunded");
        Money money = Money.of(payment.path("currency").asText(), amount.decimalValue());
        if (!moves || money.isZero()) {
            return;
        }
        String key = "payment/" + payment.path("payment").asLong() + "/" + event.id();
        store.write(by.scope(), tx -> {
            ledger.hold(tx, by.scope());
            Holder holder = holder(tx, by, payment.path("subject").asText());
            Posting.Draft posting = event.kind().equals(CAPTURED)
                    ? Posting.draft(key, Posting.Kind.PAYMENT)
                            .debit(Account.CLEARING, money)
                            .credit(Account.receivable(holder), money)
                    : refund(tx, by, key, holder, money);
            return ledger.find(tx, by.scope(), key).isEmpty() && ledger.post(tx, by, posting.posting());
        });
    }

    /** What a credit had made ours to give back is given back; beyond that it is a refund without a credit. */
    private Posting.Draft refund(Tx tx, Actor by, String key, Holder holder, Money money) {
        Money zero = Money.zero(money.currency());
        Money stands = ledger.balance(tx, by.scope(), Account.receivable(holder), money.currency());
        Money ours = money.isPositive() && stands.isNegative() ? money.atMost(stands.negated()) : zero;
        return Posting.draft(key, Posting.Kind.REFUND)
                .debit(Account.receivable(holder), ours)
                .debit(Account.REFUND, money.minus(ours))
                .credit(Account.CLEARING, money);
    }

    /** Who pays for the session by its newest bill; nobody: it is for none, or has none. */
    private Holder holder(Tx tx, Actor by, String subject) {
        Matcher session = SESSION.matcher(subject);
        return session.matches()
                ? store.ofSession(tx, by.scope(), Long.parseLong(session.group(1))).stream()
                        .map(bill -> bill.payer().holder())
                        .reduce(Holder.NOBODY, (one, other) -> other)
                : Holder.NOBODY;
    }
}
