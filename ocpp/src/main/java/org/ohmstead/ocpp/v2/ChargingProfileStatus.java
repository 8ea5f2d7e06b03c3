package org.ohmstead.ocpp.v2;

/** Outcome for a charging profile. */
public enum ChargingProfileStatus {
    Accepted,
    Rejected
}
