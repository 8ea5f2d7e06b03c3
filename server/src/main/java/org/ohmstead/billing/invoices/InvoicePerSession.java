package org.ohmstead.billing.invoices;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.access.Actor;
import org.ohmstead.billing.bills.Bill;
import org.ohmstead.billing.bills.ChargedBills;
import org.ohmstead.billing.bills.SqlBillStore;
import org.ohmstead.billing.profile.BillingProfile;
import org.ohmstead.billing.profile.Invoicing;
import org.ohmstead.db.lanes.Tx;

/**
 * Where an organisation wants one invoice for each session, it is made with the bill. A bill that stands on an invoice and is taken back
 * has its credit note at once, however invoices are made: what was sent to somebody is not to stand uncorrected for a month.
 */
@Singleton
public class InvoicePerSession implements ChargedBills {
    private final Invoices invoices;
    private final SqlBillStore bills;

    @Inject
    public InvoicePerSession(Invoices invoices, SqlBillStore bills) {
        this.invoices = invoices;
        this.bills = bills;
    }

    @Override
    public void charged(Tx tx, Actor by, Bill bill) {
        if (bill.payer().holder().isNobody()) {
            return;
        }
        BillingProfile profile = invoices.profile(by.scope());
        boolean isWanted = bill.isCredit()
                ? bills.find(tx, by.scope(), bill.credited())
                        .filter(credited -> credited.standing().invoice() != null)
                        .isPresent()
                : profile.invoicing() == Invoicing.SESSION;
        if (isWanted) {
            invoices.issue(tx, by, bill, profile);
        }
    }
}
