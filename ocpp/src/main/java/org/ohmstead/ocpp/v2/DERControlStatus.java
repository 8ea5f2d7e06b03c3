package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** Outcome for a control. NotSupported: the station lacks this type; NotFound: nothing matched. */
@Since(V21)
public enum DERControlStatus {
    Accepted,
    Rejected,
    NotSupported,
    NotFound
}
