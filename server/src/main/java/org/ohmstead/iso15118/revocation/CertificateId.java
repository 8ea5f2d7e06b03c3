package org.ohmstead.iso15118.revocation;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.jspecify.annotations.Nullable;

/**
 * By which a certificate is known without being there (RFC 6960 §4.1.1, OCSPRequestDataType).
 *
 * @param algorithm SHA256, SHA384 or SHA512
 * @param nameHash  of the issuer's name, in small hex
 * @param keyHash   of the issuer's key, in small hex
 */
public record CertificateId(String algorithm, String nameHash, String keyHash, BigInteger serial) {
    /** Of what is asked from here. */
    public static final String USUAL = "SHA256";

    private record Digest(String name, ASN1ObjectIdentifier oid) {}

    private static final Map<String, Digest> DIGESTS = Map.of(
            "SHA256", new Digest("SHA-256", NISTObjectIdentifiers.id_sha256),
            "SHA384", new Digest("SHA-384", NISTObjectIdentifiers.id_sha384),
            "SHA512", new Digest("SHA-512", NISTObjectIdentifiers.id_sha512));

    /** As a station writes it, in whatever hex. @return empty: it is none */
    public static Optional<CertificateId> read(
            @Nullable String algorithm, @Nullable String nameHash, @Nullable String keyHash, @Nullable String serial) {
        String name = hex(nameHash);
        String key = hex(keyHash);
        String number = hex(serial);
        return algorithm == null
                        || !DIGESTS.containsKey(algorithm)
                        || name.length() % 2 != 0
                        || key.length() % 2 != 0
                        || name.isEmpty()
                        || key.isEmpty()
                        || number.isEmpty()
                ? Optional.empty()
                : Optional.of(new CertificateId(algorithm, name, key, new BigInteger(number, 16)));
    }

    /** @return empty: it is none */
    private static String hex(@Nullable String text) {
        String plain = text == null ? "" : text.strip().toLowerCase(Locale.ROOT).replaceFirst("^0x", "");
        return plain.matches("[0-9a-f]{1,128}") ? plain : "";
    }

    public static CertificateId of(X509Certificate certificate, X509Certificate issuer) {
        return new CertificateId(USUAL, nameHash(issuer, USUAL), keyHash(issuer, USUAL), certificate.getSerialNumber());
    }

    private static String nameHash(X509Certificate issuer, String algorithm) {
        return hash(algorithm, issuer.getSubjectX500Principal().getEncoded());
    }

    private static String keyHash(X509Certificate issuer, String algorithm) {
        byte[] bits = SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded())
                .getPublicKeyData()
                .getBytes();
        return hash(algorithm, bits);
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance(digest(algorithm).name()).digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // each JDK has these
        }
    }

    private static Digest digest(String algorithm) {
        Digest digest = DIGESTS.get(algorithm);
        if (digest == null) {
            throw new IllegalArgumentException(algorithm + " is no algorithm of certificate hashes");
        }
        return digest;
    }

    /** The one of these that has issued it; empty: none. */
    public Optional<X509Certificate> issuerAmong(Collection<X509Certificate> certificates) {
        return certificates.stream()
                .filter(one -> nameHash(one, algorithm).equals(nameHash)
                        && keyHash(one, algorithm).equals(keyHash))
                .findFirst();
    }

    CertificateID toOcsp() {
        HexFormat hex = HexFormat.of();
        return new CertificateID(new CertID(
                new AlgorithmIdentifier(digest(algorithm).oid(), DERNull.INSTANCE),
                new DEROctetString(hex.parseHex(nameHash)),
                new DEROctetString(hex.parseHex(keyHash)),
                new ASN1Integer(serial)));
    }

    /** Whether a responder means the same one; how it writes the parameters of the algorithm does not matter. */
    boolean is(CertificateID other) {
        HexFormat hex = HexFormat.of();
        return digest(algorithm).oid().equals(other.getHashAlgOID())
                && nameHash.equals(hex.formatHex(other.getIssuerNameHash()))
                && keyHash.equals(hex.formatHex(other.getIssuerKeyHash()))
                && serial.equals(other.getSerialNumber());
    }

    /** In hex, without leading zeros. */
    public String serialText() {
        return serial.toString(16);
    }
}
