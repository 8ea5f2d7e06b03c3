package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/**
 * What a profile governs: limits from outside, the total of the station, each transaction by default, one transaction,
 * or one with priority. LocalGeneration adds to the limit instead.
 */
public enum ChargingProfilePurpose {
    ChargingStationExternalConstraints,
    ChargingStationMaxProfile,
    TxDefaultProfile,
    TxProfile,
    @Since(V21)
    PriorityCharging,
    @Since(V21)
    LocalGeneration
}
