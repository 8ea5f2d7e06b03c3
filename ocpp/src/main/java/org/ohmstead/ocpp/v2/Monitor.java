package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/**
 * When a monitor reports: beyond a bound, after a change, at an interval, at an interval aligned to the clock, or away
 * from the target.
 */
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
