package org.ohmstead.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.users.User;

/** Codes of the second factor: six digits, every 30 seconds others (RFC 6238), as all authenticator apps make them. */
@Singleton
public class TotpCodes {
    private static final int SECRET_BYTES = 20;
    private static final Pattern SECRET = Pattern.compile("[A-Z2-7]{32}");
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final long STEP_SECONDS = 30;
    /** A clock may be off by one step to either side. */
    private static final int TOLERATED_STEPS = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final Clock clock;

    @Inject
    public TotpCodes(Clock clock) {
        this.clock = clock;
    }

    /** A new secret, Base32. */
    String makeSecret() {
        return new Base32().encodeToString(RandomSecrets.bytes(SECRET_BYTES));
    }

    static boolean isSecret(String text) {
        return SECRET.matcher(text).matches();
    }

    /** What an app reads, mostly from a picture. */
    static String uri(String email, String secret) {
        String account = URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Ohmstead:" + account + "?secret=" + secret
                + "&issuer=Ohmstead&algorithm=SHA1&digits=6&period=30";
    }

    /** The time step whose code it is; empty: it is none of now, or one that was taken already. */
    OptionalLong step(User.Totp totp, String code) {
        String digits = code.replace(" ", "");
        Long taken = totp.step();
        long now = Math.floorDiv(clock.instant().getEpochSecond(), STEP_SECONDS);
        OptionalLong found = OptionalLong.empty();
        for (long step = now - TOLERATED_STEPS; step <= now + TOLERATED_STEPS; step++) {
            boolean same = MessageDigest.isEqual(
                    code(totp.secret(), step).getBytes(StandardCharsets.US_ASCII),
                    digits.getBytes(StandardCharsets.UTF_8));
            if (same && (taken == null || step > taken)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    String code(String secret, long step) {
        SecretKeySpec key = new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm());
        try {
            return String.format(
                    Locale.ROOT,
                    "%06d",
                    generator.generateOneTimePassword(key, Instant.ofEpochSecond(step * STEP_SECONDS)));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A key of ours is no key", e);
        }
    }

    /** Codes for whoever has lost the app; each counts once. */
    static Set<String> makeRecoveryCodes() {
        Set<String> codes = new TreeSet<>();
        while (codes.size() < RECOVERY_CODES) {
            String code = new Base32()
                    .encodeToString(RandomSecrets.bytes(RECOVERY_BYTES))
                    .toLowerCase(Locale.ROOT);
            codes.add(code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8, 12) + "-"
                    + code.substring(12));
        }
        return codes;
    }

    /** As it is stored, however it was typed. */
    static String recoveryHash(String code) {
        return RandomSecrets.hash(code.toLowerCase(Locale.ROOT).replace("-", "").replace(" ", ""));
    }
}
