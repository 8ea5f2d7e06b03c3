package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** Certificate Signing Use. */
public enum CertificateSigningUse {
    ChargingStationCertificate,
    V2GCertificate,
    @Since(V21)
    V2G20Certificate
}
