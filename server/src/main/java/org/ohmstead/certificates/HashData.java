package org.ohmstead.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** By which stations know certificates (CertificateHashDataType of all versions). */
@Schema(name = "CertificateHashData")
public record HashData(
        @Schema(description = "SHA256, SHA384 or SHA512", examples = "SHA256")
        String hashAlgorithm,

        @Schema(description = "Hash of the issuer's distinguished name (DER), in hex")
        String issuerNameHash,

        @Schema(
                description =
                        "Hash of the issuer's public key, in hex. Null: the issuer's certificate is not known here;"
                                + " the station's list tells it")
        @Nullable
        String issuerKeyHash,

        @Schema(description = "In hex, without leading zeros", examples = "1a2b3c")
        String serialNumber) {
    /** Which stations of all versions know. */
    static final String USUAL = "SHA256";

    private static final Map<String, String> ALGORITHMS =
            Map.of("SHA256", "SHA-256", "SHA384", "SHA-384", "SHA512", "SHA-512");

    /** @return null: nobody here knows the algorithm */
    static @Nullable HashData of(X509Certificate certificate, @Nullable X509Certificate issuer, String algorithm) {
        String digest = ALGORITHMS.get(algorithm);
        if (digest == null) {
            return null;
        }
        X509Certificate signer = isSelfSigned(certificate) ? certificate : issuer;
        return new HashData(
                algorithm,
                hash(digest, certificate.getIssuerX500Principal().getEncoded()),
                signer == null ? null : hash(digest, keyBits(signer.getPublicKey())),
                certificate.getSerialNumber().toString(16));
    }

    /** Null: a field of it is missing. */
    static @Nullable HashData read(JsonNode json) {
        boolean whole = json.path("hashAlgorithm").isTextual()
                && json.path("issuerNameHash").isTextual()
                && json.path("serialNumber").isTextual();
        return whole
                ? new HashData(
                        json.path("hashAlgorithm").asText(),
                        json.path("issuerNameHash").asText(),
                        json.path("issuerKeyHash").isTextual()
                                ? json.path("issuerKeyHash").asText()
                                : null,
                        json.path("serialNumber").asText())
                : null;
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }

    void write(ObjectNode json) {
        json.put("hashAlgorithm", hashAlgorithm)
                .put("issuerNameHash", issuerNameHash)
                .put("issuerKeyHash", issuerKeyHash)
                .put("serialNumber", serialNumber);
    }

    /** Whether both mean one certificate; stations write hex as they like, and with leading zeros. */
    boolean matches(HashData other) {
        return hashAlgorithm.equalsIgnoreCase(other.hashAlgorithm)
                && issuerNameHash.equalsIgnoreCase(other.issuerNameHash)
                && plain(serialNumber).equals(plain(other.serialNumber))
                && (issuerKeyHash == null
                        || other.issuerKeyHash == null
                        || issuerKeyHash.equalsIgnoreCase(other.issuerKeyHash));
    }

    private static String plain(String serial) {
        return serial.toLowerCase(Locale.ROOT).replaceFirst("^(0x)?0*(?=.)", "");
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // each JDK has these
        }
    }

    /**
     * The value of the BIT STRING without tag, length and the count of unused bits (behaviour 13.2; RFC 6960 §4.1.1). A public key
     * is encoded as SEQUENCE { algorithm SEQUENCE, key BIT STRING }.
     */
    private static byte[] keyBits(PublicKey key) {
        byte[] der = key.getEncoded();
        int algorithm = content(der, 0);
        int bits = content(der, algorithm) + length(der, algorithm);
        return Arrays.copyOfRange(der, content(der, bits) + 1, der.length);
    }

    /** Where the content of the element at a position begins. */
    private static int content(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = length << 8 | (der[at + 2 + i] & 0xff);
        }
        return length;
    }
}
