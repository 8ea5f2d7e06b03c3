package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/**
 * Who decides on the power of a transaction: the limits alone (ChargingOnly), the CSMS (Central), an outside system
 * (External), or the station by frequency or load (Local). Idle: nobody, the inverter rests.
 */
@Since(V21)
public enum OperationMode {
    Idle,
    ChargingOnly,
    CentralSetpoint,
    ExternalSetpoint,
    ExternalLimits,
    CentralFrequency,
    LocalFrequency,
    LocalLoadBalancing
}
