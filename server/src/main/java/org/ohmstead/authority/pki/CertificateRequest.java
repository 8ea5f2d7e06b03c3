package org.ohmstead.authority.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A request for a certificate (PKCS#10, RFC 2986) whose signature is that of its own key.
 *
 * @param der     as it came
 * @param subject whom it is to be for
 * @param key     strong enough
 */
public record CertificateRequest(byte[] der, X500Name subject, PublicKey key) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([A-Za-z0-9+/=\\s]*)-----END", Pattern.DOTALL);

    private static final Map<ASN1ObjectIdentifier, String> ALLOWED = Map.of(
            BCStyle.CN, "CN",
            BCStyle.O, "O",
            BCStyle.OU, "OU",
            BCStyle.C, "C",
            BCStyle.ST, "ST",
            BCStyle.L, "L",
            BCStyle.DC, "DC",
            BCStyle.SERIALNUMBER, "SERIALNUMBER");

    private static final int LONGEST_PART = 64;
    /** Far more than the schema allows (5500). */
    private static final int LONGEST = 20_000;

    /** By the hash that they are signed with. */
    private static final Pattern OLD_SIGNATURE =
            Pattern.compile("(?i).*(MD[245]|SHA-?1(?!\\d)).*|1\\.2\\.840\\.10045\\.4\\.1");

    /** Nobody can sign what was asked for. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param words for people: what was found, and what would be right */
        public Unusable(String words) {
            super(words, null, false, false);
        }

        /** For people. */
        public String words() {
            return String.valueOf(getMessage());
        }
    }

    /** @throws Unusable it is no request, is not signed by its own key, or names a weak one */
    public static CertificateRequest read(String text) throws Unusable {
        byte[] der = der(text);
        try {
            PKCS10CertificationRequest read = new PKCS10CertificationRequest(der);
            PublicKey key = new JcaPKCS10CertificationRequest(read).getPublicKey();
            Optional<String> weakness = KeyKind.weakness(key);
            if (weakness.isPresent()) {
                throw new Unusable(weakness.get() + " Make a new key in the station.");
            }
            checkSignature(read, key);
            checkSubject(read.getSubject());
            return new CertificateRequest(der, read.getSubject(), key);
        } catch (IOException | GeneralSecurityException | RuntimeException broken) {
            // BouncyCastle throws unchecked ones, too, for what is no ASN.1 of the kind that it expects
            throw new Unusable("It is PEM, but no PKCS#10 request that could be read. Was it cut off?");
        }
    }

    private static byte[] der(String text) throws Unusable {
        if (text.length() > LONGEST) {
            throw new Unusable("It has " + text.length() + " characters; allowed are 5500.");
        }
        Matcher block = BLOCK.matcher(text.replace("\\n", "\n"));
        if (!block.find()) {
            throw new Unusable(
                    "It is no PKCS#10 request as PEM: it lacks -----BEGIN CERTIFICATE REQUEST----- or its end.");
        }
        try {
            return Base64.getMimeDecoder().decode(block.group(1));
        } catch (IllegalArgumentException noBase64) {
            throw new Unusable("It is no PKCS#10 request as PEM: what stands within is not Base64.");
        }
    }

    private static void checkSignature(PKCS10CertificationRequest read, PublicKey key) throws Unusable {
        String algorithm = new DefaultAlgorithmNameFinder().getAlgorithmName(read.getSignatureAlgorithm());
        if (OLD_SIGNATURE.matcher(algorithm).matches()) {
            throw new Unusable("It is signed with " + algorithm + ", which is broken; allowed is SHA-256 or better.");
        }
        boolean valid;
        try {
            valid = read.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (OperatorCreationException | PKCSException unknown) {
            valid = false;
        }
        if (!valid) {
            throw new Unusable("Its signature is not that of its own key, so nobody has shown that the station has the"
                    + " private key.");
        }
    }

    private static void checkSubject(X500Name subject) throws Unusable {
        for (RDN part : subject.getRDNs()) {
            ASN1ObjectIdentifier type = part.getFirst().getType();
            if (part.isMultiValued() || !ALLOWED.containsKey(type)) {
                throw new Unusable("Its subject has a part that is not known here (" + type.getId() + "); allowed are "
                        + String.join(", ", ALLOWED.values().stream().sorted().toList()) + ".");
            }
            String value = IETFUtils.valueToString(part.getFirst().getValue());
            if (value.isBlank()
                    || value.length() > LONGEST_PART
                    || value.chars().anyMatch(Character::isISOControl)) {
                throw new Unusable("A part of its subject has " + value.length() + " characters; allowed are 1 to "
                        + LONGEST_PART + ", and none that cannot be printed.");
            }
        }
    }

    /** The values of a part of the subject, such as {@link BCStyle#CN}, as they stand there. */
    public List<String> values(ASN1ObjectIdentifier type) {
        return Stream.of(subject.getRDNs(type))
                .map(part -> IETFUtils.valueToString(part.getFirst().getValue()).strip())
                .toList();
    }

    public List<String> commonNames() {
        return values(BCStyle.CN);
    }

    public List<String> organisations() {
        return values(BCStyle.O);
    }

    /** By which the same one is known again, in hex. */
    public String hash() {
        return sha256(der);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // each JDK has it
        }
    }

    /** Of a text that is no request. */
    public static String hashOf(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
