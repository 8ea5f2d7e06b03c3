package org.ohmstead.ocpp.v2;

/** Generic Status. */
public enum GenericStatus {
    Accepted,
    Rejected
}
