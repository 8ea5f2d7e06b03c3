package org.ohmstead.billing.invoices;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * There is an invoice or a credit note.
 *
 * @param number  as people say it, such as INV-000017
 * @param what    invoice or credit_note
 * @param holder  driver, company or nobody
 * @param amount  with tax; of a credit note below 0
 */
public record InvoiceIssued(
        long tenant,
        @Nullable Long station,
        Instant at,
        long invoice,
        String number,
        String what,
        String holder,
        long holderId,
        String currency,
        BigDecimal amount)
        implements Event {
    static InvoiceIssued of(long tenant, Invoice invoice) {
        return new InvoiceIssued(
                tenant,
                null,
                invoice.dates().issuedAt(),
                invoice.id(),
                invoice.label(),
                invoice.kind().word(),
                invoice.parties().holder().kind().word(),
                invoice.parties().holder().id(),
                invoice.net().currency(),
                invoice.total().amount());
    }

    @Override
    public String kind() {
        return "invoice.issued";
    }
}
