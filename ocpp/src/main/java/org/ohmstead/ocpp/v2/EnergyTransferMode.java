package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/**
 * How energy flows between station and EV. BPT: in both directions; DER: with control as a distributed resource; ACDP:
 * by pantograph; WPT: wireless.
 */
public enum EnergyTransferMode {
    DC,
    AC_single_phase,
    AC_two_phase,
    AC_three_phase,
    @Since(V21)
    AC_BPT,
    @Since(V21)
    AC_BPT_DER,
    @Since(V21)
    AC_DER,
    @Since(V21)
    DC_BPT,
    @Since(V21)
    DC_ACDP,
    @Since(V21)
    DC_ACDP_BPT,
    @Since(V21)
    WPT
}
