package org.ohmstead.iso15118.ocpp2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.checks.NamedCertificate;
import org.ohmstead.iso15118.revocation.CertificateId;
import org.ohmstead.ocpp.v2.CertificateHashData;
import org.ohmstead.ocpp.v2.HashAlgorithm;
import org.ohmstead.ocpp.v2.OCSPRequestData;

/** Certificates as stations name them. What they leave out, or write in a way that nobody can read, is none. */
public final class CertificateIds {
    private CertificateIds() {}

    public static List<NamedCertificate> of(@Nullable List<OCSPRequestData> named) {
        return named == null
                ? List.of()
                : named.stream().map(CertificateIds::of).toList();
    }

    static NamedCertificate of(OCSPRequestData named) {
        return new NamedCertificate(
                id(named.hashAlgorithm(), named.issuerNameHash(), named.issuerKeyHash(), named.serialNumber()),
                named.responderURL());
    }

    static @Nullable CertificateId of(CertificateHashData hashes) {
        return id(hashes.hashAlgorithm(), hashes.issuerNameHash(), hashes.issuerKeyHash(), hashes.serialNumber());
    }

    private static @Nullable CertificateId id(
            @Nullable HashAlgorithm algorithm, @Nullable String name, @Nullable String key, @Nullable String serial) {
        return CertificateId.read(algorithm == null ? null : algorithm.name(), name, key, serial)
                .orElse(null);
    }
}
