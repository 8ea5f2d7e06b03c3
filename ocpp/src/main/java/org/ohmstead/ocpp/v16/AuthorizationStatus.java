package org.ohmstead.ocpp.v16;

/** What a token is worth at this moment. ConcurrentTx: it is in use by another transaction and may have only one. */
public enum AuthorizationStatus {
    Accepted,
    Blocked,
    Expired,
    Invalid,
    ConcurrentTx
}
