package org.ohmstead.ocpp.v2;

/** Plain yes or no. */
public enum GenericStatus {
    Accepted,
    Rejected
}
