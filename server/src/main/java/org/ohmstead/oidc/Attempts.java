package org.ohmstead.oidc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.signin.ServerMacs;

/**
 * Sign-ins that have been begun. The browser keeps each in a cookie that only we can make; what goes to the provider (state, nonce
 * and PKCE verifier) follows from it by a key of ours, so that no node has to keep anything, and nobody can fill its memory.
 */
@Singleton
class Attempts {
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String KEY = "oidc-attempt";
    private static final int LONGEST_WAY = 500;
    private static final Pattern COOKIE =
            Pattern.compile("(\\d{1,12}\\.[A-Za-z0-9_-]{43}\\.([A-Za-z0-9_-]{0,2000}))\\.[A-Za-z0-9_-]{43}");
    /** Of a page of ours. Browsers read a backslash as a slash, so neither stands in second place. */
    private static final Pattern WAY = Pattern.compile("/(?:[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");

    private final ServerMacs macs;
    private final Clock clock;

    @Inject
    Attempts(ServerMacs macs, Clock clock) {
        this.macs = macs;
        this.clock = clock;
    }

    /**
     * One that was begun.
     *
     * @param cookie that the browser keeps
     * @param way    the page where to go then
     */
    record Attempt(String cookie, String way, String state, String nonce, String verifier) {
        /** What the provider holds against the verifier (RFC 7636, S256). */
        String challenge() {
            try {
                byte[] digest =
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This JDK has no SHA-256", e);
            }
        }

        /** Without its secrets. */
        @Override
        public String toString() {
            return "Attempt to get to " + way;
        }
    }

    /** @param way where to go then; anything but a page of ours leads to the first one */
    Attempt begin(String way) {
        String kept = way.length() <= LONGEST_WAY && WAY.matcher(way).matches() ? way : "/";
        String body = clock.instant().plus(LONGEST).getEpochSecond() + "." + RandomSecrets.make() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(kept.getBytes(StandardCharsets.UTF_8));
        return attempt(body + "." + macs.of(KEY, "cookie " + body), body, kept);
    }

    /** The one of a cookie; empty: it is none of ours, or too old. */
    Optional<Attempt> of(String cookie) {
        Matcher parts = COOKIE.matcher(cookie);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String body = parts.group(1);
        String whole = body + "." + macs.of(KEY, "cookie " + body);
        Instant end = Instant.ofEpochSecond(Long.parseLong(body.substring(0, body.indexOf('.'))));
        return same(whole, cookie) && clock.instant().isBefore(end)
                ? Optional.of(attempt(cookie, body, text(parts.group(2))))
                : Optional.empty();
    }

    /** Whether two secrets are the same, in a time that says nothing about them. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private Attempt attempt(String cookie, String body, String way) {
        return new Attempt(
                cookie,
                way,
                macs.of(KEY, "state " + body),
                macs.of(KEY, "nonce " + body),
                macs.of(KEY, "verifier " + body));
    }

    private static String text(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
