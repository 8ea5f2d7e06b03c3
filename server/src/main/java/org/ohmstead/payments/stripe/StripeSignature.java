package org.ohmstead.payments.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The header {@code Stripe-Signature} (docs.stripe.com/webhooks/signature): a time, and what proves it and the body. */
final class StripeSignature {
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";

    private StripeSignature() {}

    /** Whether somebody who knows the secret has signed the body lately. */
    static boolean isGood(@Nullable String header, byte[] body, String secret, Instant now) {
        String time = "";
        List<String> signatures = new ArrayList<>();
        for (String part : (header == null ? "" : header).split(",")) {
            String pair = part.strip();
            if (pair.startsWith("t=")) {
                time = pair.substring(2);
            } else if (pair.startsWith("v1=")) {
                signatures.add(pair.substring(3));
            }
        }
        if (!time.matches("\\d{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                .abs();
        byte[] right = sign(time, body, secret).getBytes(StandardCharsets.US_ASCII);
        return age.compareTo(TOLERANCE) <= 0
                && signatures.stream()
                        .anyMatch(one -> MessageDigest.isEqual(right, one.getBytes(StandardCharsets.UTF_8)));
    }

    static String sign(String time, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // each JDK has it
        }
    }
}
