package org.ohmstead.ocpp.v16;

/** Form of a reading: a plain number, or a block signed by the meter. */
public enum ValueFormat {
    Raw,
    SignedData
}
