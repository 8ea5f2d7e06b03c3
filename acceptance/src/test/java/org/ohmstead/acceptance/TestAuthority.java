package org.ohmstead.acceptance;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.ohmstead.simulator.station.network.ClientTls;

/** Somebody who signs certificates of stations, as a manufacturer does. */
final class TestAuthority {
    private final X500Name name;
    private final KeyPair keys = pair();
    private final X509Certificate root;

    TestAuthority(String commonName) {
        name = new X500Name("CN=" + commonName);
        Instant now = Instant.now();
        root = signed(name, keys, now.minusSeconds(1_000_000), now.plusSeconds(1_000_000), true);
    }

    /** Its own certificate, for who shall believe it. */
    void write(Path file) throws Exception {
        String der = Base64.getMimeEncoder().encodeToString(root.getEncoded());
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n");
    }

    /** @param until when it ends; it began a day before that, or before now */
    ClientTls.Identity station(String commonName, Instant until) {
        return of("CN=" + commonName, until);
    }

    /** @param subject with all of its parts, such as {@code CN=CP-7,O=Acme} */
    ClientTls.Identity of(String subject, Instant until) {
        KeyPair own = pair();
        Instant end = until.isBefore(Instant.now()) ? until : Instant.now();
        X509Certificate certificate = signed(new X500Name(subject), own, end.minusSeconds(86_400), until, false);
        return ClientTls.Identity.of(own.getPrivate(), List.of(certificate));
    }

    private X509Certificate signed(X500Name subject, KeyPair of, Instant from, Instant until, boolean authority) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(64, new SecureRandom()),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    of.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
