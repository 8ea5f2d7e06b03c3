package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** Location. */
public enum Location {
    Body,
    Cable,
    EV,
    Inlet,
    Outlet,
    @Since(V21)
    Upstream
}
