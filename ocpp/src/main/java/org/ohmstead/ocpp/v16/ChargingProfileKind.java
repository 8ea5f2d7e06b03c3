package org.ohmstead.ocpp.v16;

/**
 * The zero of a schedule: a fixed time (Absolute), a fixed time that recurs (Recurring) or the start of charging
 * (Relative).
 */
public enum ChargingProfileKind {
    Absolute,
    Recurring,
    Relative
}
