package org.ohmstead.ocpp.v16;

/** Charging Profile Kind. */
public enum ChargingProfileKind {
    Absolute,
    Recurring,
    Relative
}
