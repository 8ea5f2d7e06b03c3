package org.ohmstead.billing.invoices;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.billing.bills.BillItem;

/**
 * What an invoice has of one rate of tax.
 *
 * @param vat     in percent; null: no tax
 * @param exclVat what the tax is of
 */
public record InvoiceTax(@Nullable BigDecimal vat, BigDecimal exclVat, BigDecimal tax) {

    /** By the rates of all items, the lowest first: they add up to the invoice, because its items do. */
    static List<InvoiceTax> of(List<InvoiceLine> lines) {
        Map<BigDecimal, List<BillItem>> byRate = new TreeMap<>(Comparator.naturalOrder());
        List<BillItem> without = new ArrayList<>();
        for (InvoiceLine line : lines) {
            for (BillItem item : line.items()) {
                BigDecimal rate = item.vat();
                if (rate == null) {
                    without.add(item);
                } else {
                    byRate.computeIfAbsent(rate, any -> new ArrayList<>()).add(item);
                }
            }
        }
        List<InvoiceTax> taxes = new ArrayList<>();
        if (!without.isEmpty()) {
            taxes.add(sum(null, without));
        }
        byRate.forEach((rate, items) -> taxes.add(sum(rate, items)));
        return taxes;
    }

    private static InvoiceTax sum(@Nullable BigDecimal rate, List<BillItem> items) {
        BigDecimal net = items.stream().map(BillItem::exclVat).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gross = items.stream().map(BillItem::inclVat).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new InvoiceTax(rate, net, gross.subtract(net));
    }
}
