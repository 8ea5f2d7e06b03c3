package org.ohmstead.ocpp.v16;

/** Value Format. */
public enum ValueFormat {
    Raw,
    SignedData
}
