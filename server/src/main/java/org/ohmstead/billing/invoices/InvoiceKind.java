package org.ohmstead.billing.invoices;

import java.util.Locale;

/** What somebody is sent. */
public enum InvoiceKind {
    INVOICE,
    /** It takes back more than it asks. */
    CREDIT_NOTE;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static InvoiceKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
