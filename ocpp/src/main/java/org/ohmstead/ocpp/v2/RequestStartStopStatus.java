package org.ohmstead.ocpp.v2;

/** Request Start Stop Status. */
public enum RequestStartStopStatus {
    Accepted,
    Rejected
}
