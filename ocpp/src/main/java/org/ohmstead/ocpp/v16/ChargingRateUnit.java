package org.ohmstead.ocpp.v16;

/** Unit of a limit: A per phase, or W over all phases together. */
public enum ChargingRateUnit {
    A,
    W
}
