package org.ohmstead.ocpp.v16;

/** Recurrency Kind. */
public enum RecurrencyKind {
    Daily,
    Weekly
}
