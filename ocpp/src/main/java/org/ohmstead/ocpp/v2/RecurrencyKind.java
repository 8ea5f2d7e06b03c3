package org.ohmstead.ocpp.v2;

/** Period of a recurring schedule. */
public enum RecurrencyKind {
    Daily,
    Weekly
}
