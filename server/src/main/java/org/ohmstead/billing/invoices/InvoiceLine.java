package org.ohmstead.billing.invoices;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.billing.bills.Bill;
import org.ohmstead.billing.bills.BillItem;

/**
 * A session on an invoice, or one that is taken back.
 *
 * @param bill     number of the bill or credit
 * @param isCredit whether it takes back; its amounts are below 0 then
 * @param fromWallet what of it the wallet has paid
 */
public record InvoiceLine(
        long bill,
        boolean isCredit,
        long session,
        String station,
        Instant startedAt,
        Instant endedAt,
        @Nullable BigDecimal energyWh,
        List<BillItem> items,
        BigDecimal exclVat,
        BigDecimal inclVat,
        BigDecimal fromWallet) {
    public InvoiceLine {
        items = List.copyOf(items);
    }

    static InvoiceLine of(Bill bill) {
        return new InvoiceLine(
                bill.id(),
                bill.isCredit(),
                bill.session(),
                bill.what().place().identity(),
                bill.what().span().startedAt(),
                bill.what().span().endedAt(),
                bill.what().span().energyWh(),
                bill.items(),
                bill.net().amount(),
                bill.total().amount(),
                bill.standing().wallet().amount());
    }
}
