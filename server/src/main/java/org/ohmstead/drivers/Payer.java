package org.ohmstead.drivers;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ledger.Holder;

/** Who pays for a session, and how. @param driver number of whoever charged; null: not known */
public record Payer(
        Holder holder, PaymentMethod method, @Nullable Long driver) {
    /** Whoever charged has no account. */
    public static final Payer NOBODY = new Payer(Holder.NOBODY, PaymentMethod.NONE, null);
}
