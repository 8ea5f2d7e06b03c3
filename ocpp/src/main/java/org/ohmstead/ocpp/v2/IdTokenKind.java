package org.ohmstead.ocpp.v2;

/** Id Token Kind. */
public enum IdTokenKind {
    Central,
    eMAID,
    ISO14443,
    ISO15693,
    KeyCode,
    Local,
    MacAddress,
    NoAuthorization
}
