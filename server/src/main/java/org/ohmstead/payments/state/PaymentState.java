package org.ohmstead.payments.state;

import java.util.Locale;

/** Where a payment stands, whatever its provider calls it. */
public enum PaymentState {
    /** Somebody wants it; nothing was asked of the provider. */
    CREATED,
    /** The provider was asked for it, and the driver may have to do something. */
    AUTHORIZING,
    /** The money is held. */
    AUTHORIZED,
    /** The provider was asked for the money. */
    CAPTURING,
    /** The money is ours. */
    CAPTURED,
    /** A part of it went back. */
    PARTIALLY_REFUNDED,
    /** All of it went back. */
    REFUNDED,
    /** There is no hold, and there will be none. */
    DECLINED,
    /** Given up before any money was taken; what was held is free again. */
    VOIDED,
    /** The hold ended, or nobody paid, in time. */
    EXPIRED,
    /** The provider did not give the money; it may be asked again. */
    CAPTURE_FAILED;

    public static PaymentState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is a hold from which money may be taken. */
    public boolean isHeld() {
        return this == AUTHORIZED || this == CAPTURING || this == CAPTURE_FAILED;
    }

    /** Whether money was taken, even if it went back. */
    public boolean isPaid() {
        return this == CAPTURED || this == PARTIALLY_REFUNDED || this == REFUNDED;
    }

    /** Whether it ended without money. */
    public boolean isOver() {
        return this == DECLINED || this == VOIDED || this == EXPIRED;
    }

    /** Whether nobody knows yet whether there will be a hold. */
    public boolean isOpen() {
        return this == CREATED || this == AUTHORIZING;
    }
}
