package org.ohmstead.ocpp.v2;

/** Charging Limit Source. */
public enum ChargingLimitSource {
    EMS,
    Other,
    SO,
    CSO
}
