package org.ohmstead.certificates;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** Certificates as text. */
public final class Pem {
    private static final int LONGEST = 100_000;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]*)-----END CERTIFICATE-----");

    private Pem() {}

    /**
     * The certificates of a text, in their order; what stands around them does not matter.
     *
     * @throws Refused invalid: there is none, one cannot be read, or it has what must never leave its owner
     */
    public static List<X509Certificate> read(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refused.invalid(field, field + " is missing. Give it as PEM: -----BEGIN CERTIFICATE----- ...");
        }
        if (text.length() > LONGEST) {
            throw Refused.invalid(field, field + " has " + text.length() + " characters; allowed are " + LONGEST + ".");
        }
        if (text.contains("PRIVATE KEY-----")) {
            throw Refused.invalid(
                    field,
                    field
                            + " has a private key in it. Send the certificate alone, and take a new key: this one has"
                            + " been sent around.");
        }
        List<X509Certificate> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            int number = found.size() + 1;
            found.add(parse(block.group(1))
                    .orElseThrow(() -> Refused.invalid(
                            field,
                            "Certificate " + number + " in " + field
                                    + " cannot be read: it is no X.509 certificate in Base64. Was it cut off?")));
        }
        if (found.isEmpty()) {
            throw Refused.invalid(
                    field,
                    field
                            + " has no certificate as PEM: between -----BEGIN CERTIFICATE----- and -----END"
                            + " CERTIFICATE-----. One in binary form (DER) is made PEM by: openssl x509 -inform der"
                            + " -in FILE");
        }
        return List.copyOf(found);
    }

    /** The first certificate of a text that somebody else has sent; empty: it has none that can be read. */
    public static Optional<X509Certificate> first(String text) {
        Matcher block = BLOCK.matcher(text);
        return block.find() ? parse(block.group(1)) : Optional.empty();
    }

    private static Optional<X509Certificate> parse(String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** @throws Refused invalid for one that is over */
    public static void checkTime(String field, X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            throw Refused.invalid(
                    field,
                    "The certificate of " + certificate.getSubjectX500Principal() + " ended at " + end
                            + ", so nobody may trust it any more. Take a newer one.");
        }
    }

    /** In lines of 64 characters, and nothing else. */
    public static String write(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        for (X509Certificate certificate : certificates) {
            try {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(lines.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            } catch (CertificateEncodingException impossible) {
                throw new IllegalStateException(impossible); // it was read from just that
            }
        }
        return text.toString();
    }
}
