package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** DER Control Status. */
@Since(V21)
public enum DERControlStatus {
    Accepted,
    Rejected,
    NotSupported,
    NotFound
}
