package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** State of the station in which a message is shown. */
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
