package org.ohmstead.billing.profile;

import java.util.Locale;

/** When invoices are made. */
public enum Invoicing {
    /** One for each session of a known driver or company, with its bill. */
    SESSION,
    /** One for each driver or company and currency, of all that was charged in a month, when that is over. */
    MONTH,
    /** Only by hand. */
    NONE;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Invoicing of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
