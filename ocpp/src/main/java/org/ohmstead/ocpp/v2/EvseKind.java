package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** Kind of current that an EVSE delivers. */
@Since(V21)
public enum EvseKind {
    AC,
    DC
}
