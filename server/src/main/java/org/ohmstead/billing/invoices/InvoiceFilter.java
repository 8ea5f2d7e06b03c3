package org.ohmstead.billing.invoices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ledger.Holder;

/** Which invoices of a list; null: any. @param from issued then or later */
public record InvoiceFilter(
        @Nullable Holder holder,
        @Nullable InvoiceKind kind,
        @Nullable String series,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static InvoiceFilter of(Holder holder) {
        return new InvoiceFilter(holder, null, null, null, null);
    }
}
