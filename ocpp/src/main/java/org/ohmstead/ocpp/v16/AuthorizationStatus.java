package org.ohmstead.ocpp.v16;

/** Authorization Status. */
public enum AuthorizationStatus {
    Accepted,
    Blocked,
    Expired,
    Invalid,
    ConcurrentTx
}
