package org.ohmstead.ocpp.v2;

/** Charging Profile Status. */
public enum ChargingProfileStatus {
    Accepted,
    Rejected
}
