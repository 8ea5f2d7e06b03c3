package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** Charging Profile Kind. */
public enum ChargingProfileKind {
    Absolute,
    Recurring,
    Relative,
    @Since(V21)
    Dynamic
}
