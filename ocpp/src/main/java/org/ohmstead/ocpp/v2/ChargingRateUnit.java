package org.ohmstead.ocpp.v2;

/** Charging Rate Unit. */
public enum ChargingRateUnit {
    W,
    A
}
