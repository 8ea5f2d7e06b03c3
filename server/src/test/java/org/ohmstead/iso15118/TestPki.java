package org.ohmstead.iso15118;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.checks.NamedCertificate;
import org.ohmstead.iso15118.revocation.CertificateId;
import org.ohmstead.iso15118.roots.Certificates;
import org.ohmstead.notices.NoticesFixture;
import org.ohmstead.ocpp.v2.HashAlgorithm;
import org.ohmstead.ocpp.v2.OCSPRequestData;

/** A certificate with its key, and what it issues. Times are around that of the fixture. */
public record TestPki(X509Certificate certificate, PrivateKey key) {
    private static final AtomicLong SERIALS = new AtomicLong(0xabc001);
    public static final Instant NOW = NoticesFixture.START;

    public static TestPki root(String name) {
        return issue(null, name, true, NOW.plus(Duration.ofDays(900)), null, false);
    }

    public TestPki authority(String name) {
        return issue(this, name, true, NOW.plus(Duration.ofDays(800)), null, false);
    }

    public TestPki leaf(String name) {
        return issue(this, name, false, NOW.plus(Duration.ofDays(100)), null, false);
    }

    public TestPki leaf(String name, Instant until, @Nullable String responder) {
        return issue(this, name, false, until, responder, false);
    }

    /** Whom it lets answer for it. */
    public TestPki responder(String name) {
        return issue(this, name, false, NOW.plus(Duration.ofDays(100)), null, true);
    }

    private static TestPki issue(
            @Nullable TestPki issuer,
            String name,
            boolean authority,
            Instant until,
            @Nullable String responder,
            boolean answers) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            X500Name signer = new X500Name(
                    issuer == null
                            ? "CN=" + name
                            : issuer.certificate.getSubjectX500Principal().getName());
            var builder = new JcaX509v3CertificateBuilder(
                    signer,
                    BigInteger.valueOf(SERIALS.incrementAndGet()),
                    Date.from(NOW.minus(Duration.ofDays(1000))),
                    Date.from(until),
                    new X500Name("CN=" + name),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (responder != null) {
                builder.addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(
                                AccessDescription.id_ad_ocsp,
                                new GeneralName(GeneralName.uniformResourceIdentifier, responder)));
            }
            if (answers) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
            }
            PrivateKey signing = issuer == null ? pair.getPrivate() : issuer.key;
            return new TestPki(
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing))),
                    pair.getPrivate());
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    public String pem() {
        return Certificates.write(certificate);
    }

    /** As a station names what this one has issued. */
    public OCSPRequestData named(TestPki issued, String responder) {
        CertificateId id = CertificateId.of(issued.certificate, certificate);
        return new OCSPRequestData(
                HashAlgorithm.SHA256,
                id.nameHash().toUpperCase(),
                id.keyHash(),
                "00" + id.serialText().toUpperCase(),
                responder);
    }

    public NamedCertificate known(TestPki issued, String responder) {
        return new NamedCertificate(CertificateId.of(issued.certificate, certificate), responder);
    }

    /** A list of what it has revoked. */
    public byte[] list(Instant next, TestPki... revoked) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(
                    new X500Name(certificate.getSubjectX500Principal().getName()),
                    Date.from(NOW.minus(Duration.ofHours(1))));
            builder.setNextUpdate(Date.from(next));
            for (TestPki one : revoked) {
                builder.addCRLEntry(one.certificate.getSerialNumber(), Date.from(NOW.minus(Duration.ofHours(2))), 1);
            }
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key))
                    .getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
