package org.ohmstead.ocpp.v2;

/** Which monitor an event comes from, or that the firmware always reports it. */
public enum EventNotification {
    HardWiredNotification,
    HardWiredMonitor,
    PreconfiguredMonitor,
    CustomMonitor
}
