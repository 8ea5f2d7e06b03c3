package org.ohmstead.ocpp.v2;

/** Recurrency Kind. */
public enum RecurrencyKind {
    Daily,
    Weekly
}
