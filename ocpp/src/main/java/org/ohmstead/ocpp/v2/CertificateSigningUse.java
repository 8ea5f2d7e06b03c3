package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/**
 * What a certificate of the station is for: the link to the CSMS, or the one to the EV by ISO 15118-2 (V2G) or -20
 * (V2G20).
 */
public enum CertificateSigningUse {
    ChargingStationCertificate,
    V2GCertificate,
    @Since(V21)
    V2G20Certificate
}
