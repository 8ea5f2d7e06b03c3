package org.ohmstead.app.tls;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.ohmstead.secrets.PrivateFiles;

/** Keys and certificates in PEM, as all tools write them: PKCS#8, PKCS#1 and SEC 1; the order of a chain does not matter. */
final class PemFiles {
    private PemFiles() {}

    /** @param keyFile may be the same file */
    static KeyAndChain read(Path certificateFile, Path keyFile) throws UnusableCertificate {
        return ofOnePair(certificateFile, keyFile)
                .orElseThrow(() -> new UnusableCertificate("The key in " + keyFile + " belongs to no certificate in "
                        + certificateFile + "; both must be of the same pair"));
    }

    /** Empty: the key is of no certificate there. */
    static Optional<KeyAndChain> ofOnePair(Path certificateFile, Path keyFile) throws UnusableCertificate {
        List<X509Certificate> certificates = certificates(certificateFile);
        PrivateKey key = key(keyFile);
        return certificates.stream()
                .filter(certificate -> isPair(key, certificate.getPublicKey()))
                .findFirst()
                .map(own -> new KeyAndChain(key, chain(own, certificates)));
    }

    static List<X509Certificate> certificates(Path file) throws UnusableCertificate {
        List<X509Certificate> found = new ArrayList<>();
        for (Object each : objects(file)) {
            if (each instanceof X509CertificateHolder holder) {
                try {
                    found.add(new JcaX509CertificateConverter().getCertificate(holder));
                } catch (CertificateException e) {
                    throw new UnusableCertificate("A certificate in " + file + " cannot be read: " + e.getMessage());
                }
            }
        }
        if (found.isEmpty()) {
            throw new UnusableCertificate(
                    "There is no certificate in " + file + "; it must be PEM, with -----BEGIN CERTIFICATE-----");
        }
        return found;
    }

    static PrivateKey key(Path file) throws UnusableCertificate {
        for (Object each : objects(file)) {
            if (each instanceof PEMKeyPair pair) {
                return key(pair.getPrivateKeyInfo(), file);
            } else if (each instanceof PrivateKeyInfo info) {
                return key(info, file);
            } else if (each instanceof PKCS8EncryptedPrivateKeyInfo || each instanceof PEMEncryptedKeyPair) {
                throw new UnusableCertificate("The key in " + file
                        + " has a password; write it without: openssl pkey -in FILE -out NEW-FILE");
            }
        }
        throw new UnusableCertificate(
                "There is no private key in " + file + "; it must be PEM, with -----BEGIN PRIVATE KEY-----");
    }

    static String pem(Object... objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            for (Object each : objects) {
                // PKCS#8 says which curve a key is on; BouncyCastle's other form of EC keys leaves that out.
                pem.writeObject(each instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : each);
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        return text.toString();
    }

    private static List<Object> objects(Path file) throws UnusableCertificate {
        List<Object> objects = new ArrayList<>();
        try (PEMParser pem = new PEMParser(new StringReader(Files.readString(file)))) {
            for (Object next = pem.readObject(); next != null; next = pem.readObject()) {
                objects.add(next);
            }
        } catch (IOException e) {
            throw new UnusableCertificate("The file " + file + " cannot be read (" + e + ")");
        }
        return objects;
    }

    private static PrivateKey key(PrivateKeyInfo info, Path file) throws UnusableCertificate {
        var algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        String name = algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
                ? "RSA"
                : algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : "";
        if (name.isEmpty()) {
            throw new UnusableCertificate("The key in " + file + " is of a kind that stations do not know (" + algorithm
                    + "); allowed are RSA and EC");
        }
        try {
            return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableCertificate("The key in " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static boolean isPair(PrivateKey key, PublicKey other) {
        if (!key.getAlgorithm().equals(other.getAlgorithm())) {
            return false;
        }
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update((byte) 1);
            byte[] signed = signature.sign();
            signature.initVerify(other);
            signature.update((byte) 1);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static List<X509Certificate> chain(X509Certificate own, List<X509Certificate> others) {
        List<X509Certificate> chain = new ArrayList<>(List.of(own));
        boolean grows = true;
        while (grows) {
            X509Certificate last = chain.getLast();
            grows = others.stream()
                    .filter(each -> !chain.contains(each)
                            && each.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                    .findFirst()
                    .map(chain::add)
                    .orElse(false);
        }
        return chain;
    }

    /** Writes one that nobody else may read, whole or not at all. */
    static void write(Path file, String text) throws UnusableCertificate {
        try {
            PrivateFiles.write(file, text);
        } catch (IOException e) {
            throw new UnusableCertificate(
                    "The file " + file + " cannot be written (" + e + "): make its folder writable for the server");
        }
    }
}
