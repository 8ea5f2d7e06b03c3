package org.ohmstead.authority.pki;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Kinds of keys that are made here; each has 112 bits of security at least (A00.FR.318). */
@Schema(name = "KeyKind")
public enum KeyKind {
    EC_P256("EC", 256, "secp256r1"),
    EC_P384("EC", 384, "secp384r1"),
    RSA_2048("RSA", 2048, null),
    RSA_3072("RSA", 3072, null),
    RSA_4096("RSA", 4096, null);

    private static final int LEAST_RSA = 2048;
    /** What is larger costs more than it is worth to check. */
    private static final int MOST_RSA = 8192;

    private static final int LEAST_EC = 224;
    private static final int MOST_EXPONENT_BITS = 64;

    private final String algorithm;
    private final int bits;
    private final @Nullable String curve;

    KeyKind(String algorithm, int bits, @Nullable String curve) {
        this.algorithm = algorithm;
        this.bits = bits;
        this.curve = curve;
    }

    public KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (curve == null) {
                generator.initialize(bits);
            } else {
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // each JDK has these
        }
    }

    /** Of a word of the API. */
    public static Optional<KeyKind> of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(word.strip().replace('-', '_')))
                .findFirst();
    }

    /** By which a key is known again, in hex: made of its numbers, because it may be written in several ways. */
    public static String hash(PublicKey key) {
        return CertificateRequest.hashOf(
                switch (key) {
                    case RSAPublicKey rsa -> "RSA " + rsa.getModulus().toString(16);
                    case ECPublicKey ec ->
                        "EC " + ec.getParams().getOrder().toString(16) + " "
                                + ec.getW().getAffineX().toString(16) + " "
                                + ec.getW().getAffineY().toString(16);
                    default -> HexFormat.of().formatHex(key.getEncoded());
                });
    }

    /** For people: {@code RSA 2048}, {@code EC 256}. */
    static String told(Key key) {
        return switch (key) {
            case RSAKey rsa -> "RSA " + rsa.getModulus().bitLength();
            case ECKey ec -> "EC " + ec.getParams().getOrder().bitLength();
            default -> key.getAlgorithm();
        };
    }

    /** Why nobody should rely on a key of this kind, in words; empty: it is strong enough. */
    static Optional<String> weakness(Key key) {
        return switch (key) {
            case RSAKey rsa
            when rsa.getModulus().bitLength() < LEAST_RSA || rsa.getModulus().bitLength() > MOST_RSA ->
                Optional.of("The key is " + told(key) + "; allowed are RSA with " + LEAST_RSA + " to " + MOST_RSA
                        + " bits, and EC with " + LEAST_EC + " bits or more.");
            case RSAPublicKey rsa
            when rsa.getPublicExponent().bitLength() > MOST_EXPONENT_BITS ->
                Optional.of("The exponent of the RSA key has "
                        + rsa.getPublicExponent().bitLength() + " bits; allowed are " + MOST_EXPONENT_BITS + ".");
            case RSAKey strong -> Optional.empty();
            case ECKey ec
            when ec.getParams().getOrder().bitLength() < LEAST_EC ->
                Optional.of("The key is " + told(key) + "; allowed are EC with " + LEAST_EC + " bits or more.");
            case ECKey strong -> Optional.empty();
            default ->
                Optional.of("The key is " + key.getAlgorithm() + "; allowed are RSA and EC, which every station and"
                        + " server understands.");
        };
    }
}
