package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** Whether the battery of the EV is ready for charging. */
@Since(V21)
public enum PreconditioningStatus {
    Unknown,
    Ready,
    NotReady,
    Preconditioning
}
