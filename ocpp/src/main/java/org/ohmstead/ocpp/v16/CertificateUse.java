package org.ohmstead.ocpp.v16;

/** Certificate Use. */
public enum CertificateUse {
    CentralSystemRootCertificate,
    ManufacturerRootCertificate
}
