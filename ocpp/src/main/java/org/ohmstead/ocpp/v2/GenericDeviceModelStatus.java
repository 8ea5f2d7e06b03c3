package org.ohmstead.ocpp.v2;

/** Whether a report follows. EmptyResultSet: nothing matched, so none does. */
public enum GenericDeviceModelStatus {
    Accepted,
    Rejected,
    NotSupported,
    EmptyResultSet
}
