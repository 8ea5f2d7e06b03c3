package org.ohmstead.ocpp.v2;

/** Unit of a rate: A per phase, or W over all phases together. */
public enum ChargingRateUnit {
    W,
    A
}
