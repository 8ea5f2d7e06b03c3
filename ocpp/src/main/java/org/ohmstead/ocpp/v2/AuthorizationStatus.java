package org.ohmstead.ocpp.v2;

/**
 * What a token is worth at this moment. ConcurrentTx: in use by another transaction; Unknown: never heard of; Invalid:
 * known, but not usable.
 */
public enum AuthorizationStatus {
    Accepted,
    Blocked,
    ConcurrentTx,
    Expired,
    Invalid,
    NoCredit,
    NotAllowedTypeEVSE,
    NotAtThisLocation,
    NotAtThisTime,
    Unknown
}
