package org.ohmstead.app.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.ohmstead.access.Networks;

/** Makes the few certificates of {@link SelfMade}. The root is RSA, which every station can check, whatever its own key is. */
final class Signing {
    private static final int RSA_BITS = 2048;
    private static final int SERIAL_BITS = 127;

    private Signing() {}

    /** From when until when something holds. */
    record Validity(Instant from, Instant until) {}

    static KeyPair rsaKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(RSA_BITS);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no RSA keys", e);
        }
    }

    /** Both halves of an RSA key, of which the private one holds all. */
    static KeyPair rsaPair(PrivateKey key) throws UnusableCertificate {
        if (!(key instanceof RSAPrivateCrtKey rsa)) {
            throw new UnusableCertificate("The key is not RSA");
        }
        try {
            PublicKey other = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
            return new KeyPair(other, key);
        } catch (GeneralSecurityException e) {
            throw new UnusableCertificate("The key is broken: " + e.getMessage());
        }
    }

    static KeyPair ecKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no EC keys", e);
        }
    }

    static X509Certificate root(String name, KeyPair key, Validity validity) {
        X500Principal subject = principal(name);
        try {
            X509v3CertificateBuilder builder = builder(subject, subject, key.getPublic(), validity)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return signed(builder, key.getPrivate());
        } catch (CertIOException e) {
            throw new IllegalStateException("a certificate cannot be made", e);
        }
    }

    /** @param names host names and addresses, the main one first */
    static X509Certificate server(KeyAndChain root, KeyPair key, Set<String> names, Validity validity) {
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = builder(
                            root.certificate().getSubjectX500Principal(),
                            principal(names.iterator().next()),
                            key.getPublic(),
                            validity)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(KeyUsage.digitalSignature
                                    | (key.getPublic().getAlgorithm().equals("RSA") ? KeyUsage.keyEncipherment : 0)))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            ids.createAuthorityKeyIdentifier(root.certificate().getPublicKey()))
                    .addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            return signed(builder, root.key());
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("a certificate cannot be made", e);
        }
    }

    private static X500Principal principal(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 .:_-]", "");
        return new X500Principal("CN=" + plain.substring(0, Math.min(64, plain.length())) + ",O=Ohmstead");
    }

    private static X509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, PublicKey key, Validity validity) throws CertIOException {
        try {
            return new JcaX509v3CertificateBuilder(
                            issuer,
                            new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1),
                            Date.from(validity.from()),
                            Date.from(validity.until()),
                            subject,
                            key)
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-1", e);
        }
    }

    private static GeneralNames alternatives(Set<String> names) {
        List<GeneralName> all = new ArrayList<>();
        names.forEach(name -> all.add(new GeneralName(
                Networks.address(name).isPresent() ? GeneralName.iPAddress : GeneralName.dNSName, name)));
        return new GeneralNames(all.toArray(new GeneralName[0]));
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey issuer) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(
                                    "SHA256with" + (issuer.getAlgorithm().equals("RSA") ? "RSA" : "ECDSA"))
                            .build(issuer)));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("a certificate cannot be signed", e);
        }
    }
}
