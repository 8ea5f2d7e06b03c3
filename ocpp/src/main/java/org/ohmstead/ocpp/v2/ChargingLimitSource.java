package org.ohmstead.ocpp.v2;

/**
 * Who limits: the energy management on site (EMS), the grid operator (SO) or the operator of the stations (CSO). Other
 * values are allowed from 2.1 on.
 */
public enum ChargingLimitSource {
    EMS,
    Other,
    SO,
    CSO
}
