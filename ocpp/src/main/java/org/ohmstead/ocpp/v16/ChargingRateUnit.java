package org.ohmstead.ocpp.v16;

/** Charging Rate Unit. */
public enum ChargingRateUnit {
    A,
    W
}
