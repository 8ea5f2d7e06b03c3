package org.ohmstead.simulator.station;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The certificates that a station was given, known by their hashes as the protocol wants them. */
public final class Certificates {
    private static final int MOST = 20;

    private final List<Entry> installed = new ArrayList<>();

    /**
     * @param use    what it is for, in the words of the version
     * @param issuer hash of the issuer's distinguished name
     * @param key    hash of the issuer's public key; of a self-signed certificate its own
     * @param serial in hex without leading zeros
     */
    public record Entry(String use, String issuer, String key, String serial) {}

    /** Empty: it is no certificate that could be read. */
    public static Optional<Entry> read(String use, String pem) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            byte[] bytes = pem.getBytes(StandardCharsets.UTF_8);
            X509Certificate certificate =
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
            return Optional.of(new Entry(
                    use,
                    hash(certificate.getIssuerX500Principal().getEncoded()),
                    hash(keyBits(certificate.getPublicKey().getEncoded())),
                    certificate.getSerialNumber().toString(16)));
        } catch (CertificateException broken) {
            return Optional.empty();
        }
    }

    /** False: the store is full. */
    public boolean install(Entry entry) {
        installed.remove(entry);
        return installed.size() < MOST && installed.add(entry);
    }

    public boolean delete(String issuer, String key, String serial) {
        return installed.removeIf(one -> one.issuer().equalsIgnoreCase(issuer)
                && one.key().equalsIgnoreCase(key)
                && one.serial().equalsIgnoreCase(serial));
    }

    public List<Entry> all() {
        return List.copyOf(installed);
    }

    /**
     * The value of the key's BIT STRING without tag, length and the count of unused bits (RFC 6960 §4.1.1); it ends where the
     * encoding of the key does. That is SEQUENCE { algorithm SEQUENCE, key BIT STRING }.
     */
    private static byte[] keyBits(byte[] key) {
        int algorithm = content(key, 0);
        int bits = content(key, algorithm) + key[algorithm + 1]; // an algorithm's is short
        return Arrays.copyOfRange(key, content(key, bits) + 1, key.length);
    }

    /** Where the content of the element at a position begins. */
    private static int content(byte[] der, int at) {
        int length = der[at + 1] & 0xff;
        return at + 2 + (length < 0x80 ? 0 : length & 0x7f);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
