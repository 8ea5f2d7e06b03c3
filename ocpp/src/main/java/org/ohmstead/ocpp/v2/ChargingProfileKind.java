package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/**
 * The zero of a schedule: a fixed time (Absolute), a fixed time that recurs (Recurring) or the start of charging
 * (Relative). Dynamic: a single period whose values are updated.
 */
public enum ChargingProfileKind {
    Absolute,
    Recurring,
    Relative,
    @Since(V21)
    Dynamic
}
