package org.ohmstead.ocpp.v2;

/**
 * Kind of token. Other values are allowed from 2.1 on. Central: made up by the CSMS; eMAID: contract of ISO 15118;
 * Local: made up by the station; NoAuthorization: a start without any token.
 */
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
