package org.ohmstead.ocpp.v2;

/** Whether the station will start or stop. */
public enum RequestStartStopStatus {
    Accepted,
    Rejected
}
