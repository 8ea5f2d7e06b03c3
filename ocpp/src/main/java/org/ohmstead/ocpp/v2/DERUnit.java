package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** DER Unit. */
@Since(V21)
public enum DERUnit {
    Not_Applicable,
    PctMaxW,
    PctMaxVar,
    PctWAvail,
    PctVarAvail,
    PctEffectiveV
}
