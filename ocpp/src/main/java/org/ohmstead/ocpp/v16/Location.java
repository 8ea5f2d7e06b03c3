package org.ohmstead.ocpp.v16;

/** Where a value is measured. Inlet: the supply of the station; Outlet: its output to the EV. */
public enum Location {
    Cable,
    EV,
    Inlet,
    Outlet,
    Body
}
