package org.ohmstead.iso15118.pools;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.roots.Certificates;
import org.ohmstead.secrets.PrivateFiles;

/** A certificate with its key: ECDSA over secp256r1, as ISO 15118-2 has it. */
record Identity(X509Certificate certificate, PrivateKey key) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** What it may do. */
    enum Kind {
        /** Issue others. */
        AUTHORITY,
        LEAF
    }

    /** @param issuer null: it vouches for itself */
    static Identity make(String commonName, @Nullable Identity issuer, Kind kind, Instant now, Duration lasts) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.CN, commonName)
                    .addRDN(BCStyle.O, "Ohmstead laboratory")
                    .build();
            X500Name signer = issuer == null ? name : new JcaX509CertificateHolder(issuer.certificate()).getSubject();
            Instant start = now.truncatedTo(ChronoUnit.SECONDS);
            boolean isAuthority = kind == Kind.AUTHORITY;
            var builder = new JcaX509v3CertificateBuilder(
                            signer,
                            new BigInteger(64, RANDOM).setBit(62),
                            Date.from(start.minus(Duration.ofMinutes(5))),
                            Date.from(start.plus(lasts)),
                            name,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(
                                    isAuthority
                                            ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                            : KeyUsage.digitalSignature | KeyUsage.keyAgreement));
            PrivateKey signing = issuer == null ? pair.getPrivate() : issuer.key();
            X509Certificate made = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing)));
            return new Identity(made, pair.getPrivate());
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible); // each JDK has the curve
        }
    }

    /** @return null: it is not there */
    static @Nullable Identity load(Path folder, String file) throws IOException {
        Path pem = folder.resolve(file + ".pem");
        Path key = folder.resolve(file + ".key");
        if (!Files.exists(pem) || !Files.exists(key)) {
            return null;
        }
        String text = Files.readString(key, StandardCharsets.US_ASCII);
        try {
            byte[] encoded = Base64.getMimeDecoder()
                    .decode(text.replace(BEGIN, "").replace(END, "").strip());
            return new Identity(
                    Certificates.read(Files.readString(pem, StandardCharsets.US_ASCII))
                            .getFirst(),
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(key + " or its certificate cannot be read", e);
        }
    }

    /** The key for its owner's eyes alone. */
    void save(Path folder, String file) throws IOException {
        PrivateFiles.write(
                folder.resolve(file + ".key"),
                BEGIN + "\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded()) + "\n" + END + "\n");
        Files.writeString(folder.resolve(file + ".pem"), Certificates.write(certificate), StandardCharsets.US_ASCII);
    }
}
