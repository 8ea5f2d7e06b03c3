package org.ohmstead.ocpp.v2;

/** Event Notification. */
public enum EventNotification {
    HardWiredNotification,
    HardWiredMonitor,
    PreconfiguredMonitor,
    CustomMonitor
}
