package org.ohmstead.ocpp.v16;

/** Location. */
public enum Location {
    Cable,
    EV,
    Inlet,
    Outlet,
    Body
}
