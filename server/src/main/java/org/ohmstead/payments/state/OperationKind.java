package org.ohmstead.payments.state;

import java.util.Locale;

/** What a provider is asked to do. */
public enum OperationKind {
    AUTHORIZE,
    CAPTURE,
    REFUND,
    CANCEL;

    public static OperationKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
