package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** Message State. */
public enum MessageState {
    Charging,
    Faulted,
    Idle,
    Unavailable,
    @Since(V21)
    Suspended,
    @Since(V21)
    Discharging
}
