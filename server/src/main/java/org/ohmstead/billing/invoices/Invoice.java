package org.ohmstead.billing.invoices;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ohmstead.billing.profile.Seller;
import org.ohmstead.drivers.Person;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Money;

/**
 * What somebody is asked to pay, or told that they get back.
 *
 * @param number  within its series, from 1, without a gap
 * @param parties who sells and who buys, as they were that day
 * @param net     without tax; of a credit note below 0
 * @param lines   in the order of their bills
 * @param taxes   which are the tax together
 */
public record Invoice(
        long id,
        String series,
        long number,
        InvoiceKind kind,
        Parties parties,
        Money net,
        Money tax,
        List<InvoiceLine> lines,
        List<InvoiceTax> taxes,
        Dates dates,
        String actor) {
    /** Who sells and who buys. @param holder the buyer in the ledger */
    public record Parties(Holder holder, Seller seller, Person buyer, String language) {}

    /** When. @param from of the first session; {@code to} of the last one */
    public record Dates(Instant from, Instant to, Instant issuedAt, Instant dueAt) {}

    public Invoice {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    public Money total() {
        return net.plus(tax);
    }

    /** What of it wallets have paid. */
    public Money fromWallet() {
        return lines.stream()
                .map(line -> Money.of(net.currency(), line.fromWallet()))
                .reduce(Money.zero(net.currency()), Money::plus);
    }

    /** As people say it: {@code INV-000017}. */
    public String label() {
        return String.format(Locale.ROOT, "%s-%06d", series, number);
    }
}
