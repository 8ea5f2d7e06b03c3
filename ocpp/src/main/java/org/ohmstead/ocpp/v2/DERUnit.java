package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/**
 * Unit of a response: percent of the greatest (Max) or the available (Avail) active power (W) or reactive power (Var),
 * or of the effective voltage.
 */
@Since(V21)
public enum DERUnit {
    Not_Applicable,
    PctMaxW,
    PctMaxVar,
    PctWAvail,
    PctVarAvail,
    PctEffectiveV
}
