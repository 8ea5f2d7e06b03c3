package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** DER Control. */
@Since(V21)
public enum DERControl {
    EnterService,
    FreqDroop,
    FreqWatt,
    FixedPFAbsorb,
    FixedPFInject,
    FixedVar,
    Gradients,
    HFMustTrip,
    HFMayTrip,
    HVMustTrip,
    HVMomCess,
    HVMayTrip,
    LimitMaxDischarge,
    LFMustTrip,
    LVMustTrip,
    LVMomCess,
    LVMayTrip,
    PowerMonitoringMustTrip,
    VoltVar,
    VoltWatt,
    WattPF,
    WattVar
}
