package org.ohmstead.drivers;

import java.util.Locale;

/** How somebody pays for charging. */
public enum PaymentMethod {
    /** Out of what was paid before; what it does not cover is owed. */
    WALLET,
    /** Later, by an invoice. */
    INVOICE,
    /** In no way that the ledger knows of: nobody is known. */
    NONE;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PaymentMethod of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
