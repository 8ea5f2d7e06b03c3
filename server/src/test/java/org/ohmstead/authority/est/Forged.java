package org.ohmstead.authority.est;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.ohmstead.authority.pki.Signer;

/** A certificate for the key of a request, and else as one likes. */
record Forged(
        Signer signer,
        PublicKey key,
        X500Name subject,
        Instant from,
        Instant until,
        boolean isCa,
        KeyPurposeId purpose) {

    static Forged of(Signer signer, JcaPKCS10CertificationRequest request) throws GeneralSecurityException {
        Instant now = Instant.now();
        return new Forged(
                signer,
                request.getPublicKey(),
                request.getSubject(),
                now.minusSeconds(60),
                now.plus(Duration.ofDays(1)),
                false,
                KeyPurposeId.id_kp_clientAuth);
    }

    Forged name(String name) {
        return new Forged(signer, key, new X500Name(name), from, until, isCa, purpose);
    }

    Forged at(Instant begin, Instant end) {
        return new Forged(signer, key, subject, begin, end, isCa, purpose);
    }

    Forged authority() {
        return new Forged(signer, key, subject, from, until, true, purpose);
    }

    Forged isForServers() {
        return new Forged(signer, key, subject, from, until, isCa, KeyPurposeId.id_kp_serverAuth);
    }

    X509Certificate sign() throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    signer.certificate(),
                                    BigInteger.TWO,
                                    Date.from(from),
                                    Date.from(until),
                                    subject,
                                    key)
                            .addExtension(Extension.basicConstraints, true, new BasicConstraints(isCa))
                            .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose))
                            .build(Signer.contentSigner(signer.key())));
        } catch (CertIOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
