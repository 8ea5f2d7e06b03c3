package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** Whether the EV goes on feeding in active or reactive power while it rides through a fault. */
@Since(V21)
public enum PowerDuringCessation {
    Active,
    Reactive
}
