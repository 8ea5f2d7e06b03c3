package org.ohmstead.ocpp.v16;

/** Period of a recurring schedule. */
public enum RecurrencyKind {
    Daily,
    Weekly
}
