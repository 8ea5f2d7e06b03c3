package org.ohmstead.ocpp.v16;

/**
 * What a profile governs: the total of the station, each transaction without a profile of its own, or one transaction.
 */
public enum ChargingProfilePurpose {
    ChargePointMaxProfile,
    TxDefaultProfile,
    TxProfile
}
