package org.ohmstead.ocpp.v16;

/** Charging Profile Purpose. */
public enum ChargingProfilePurpose {
    ChargePointMaxProfile,
    TxDefaultProfile,
    TxProfile
}
