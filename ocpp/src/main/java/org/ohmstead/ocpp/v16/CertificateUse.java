package org.ohmstead.ocpp.v16;

/** What a root certificate is for: to verify the central system, or the signature of firmware. */
public enum CertificateUse {
    CentralSystemRootCertificate,
    ManufacturerRootCertificate
}
