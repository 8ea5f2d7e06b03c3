package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** Monitor. */
public enum Monitor {
    UpperThreshold,
    LowerThreshold,
    Delta,
    Periodic,
    PeriodicClockAligned,
    @Since(V21)
    TargetDelta,
    @Since(V21)
    TargetDeltaRelative
}
