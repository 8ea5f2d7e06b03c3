package org.ohmstead.billing.bills;

import org.ohmstead.drivers.PaymentMethod;
import org.ohmstead.ledger.Account;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Money;
import org.ohmstead.ledger.Posting;

/** What a bill is in the ledger. */
final class BillPosting {
    private BillPosting() {}

    static String key(long bill) {
        return "bill/" + bill;
    }

    static String creditKey(long bill) {
        return "credit/" + bill;
    }

    /** Of what is to be paid, what the wallet pays. @param stands in the wallet */
    static Money fromWallet(Bill bill, Money stands, boolean overdraft) {
        Money total = bill.total();
        if (bill.payer().method() != PaymentMethod.WALLET) {
            return Money.zero(total.currency());
        }
        if (overdraft || !total.isPositive()) {
            return total;
        }
        return stands.isPositive() ? total.atMost(stands) : Money.zero(total.currency());
    }

    static Posting.Draft of(Bill bill, Money wallet, boolean overdraft) {
        Holder holder = bill.payer().holder();
        return Posting.draft(key(bill.id()), Posting.Kind.BILL)
                .debit(Account.wallet(holder), wallet)
                .debit(Account.receivable(holder), bill.total().minus(wallet))
                .credit(Account.REVENUE, bill.net())
                .credit(Account.TAX, bill.tax())
                .mayOverdraw(overdraft);
    }
}
