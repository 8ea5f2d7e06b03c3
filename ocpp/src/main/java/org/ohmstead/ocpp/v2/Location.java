package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/**
 * Where a value is measured. Inlet: the supply of the station; Outlet: its output to the EV; Upstream: nearer to the
 * grid than the station.
 */
public enum Location {
    Body,
    Cable,
    EV,
    Inlet,
    Outlet,
    @Since(V21)
    Upstream
}
