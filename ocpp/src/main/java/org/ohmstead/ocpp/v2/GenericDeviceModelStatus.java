package org.ohmstead.ocpp.v2;

/** Generic Device Model Status. */
public enum GenericDeviceModelStatus {
    Accepted,
    Rejected,
    NotSupported,
    EmptyResultSet
}
