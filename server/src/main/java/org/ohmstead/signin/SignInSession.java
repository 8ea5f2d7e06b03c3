package org.ohmstead.signin;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is signed in somewhere, until they sign out or have been away for too long.
 *
 * @param secretHash   of the cookie or refresh token that counts
 * @param previousHash of the one before it; null: there was none
 * @param rotatedAt    when one took the other's place
 * @param usedAt       within some minutes
 * @param endedBy      why it is over; null: it is not
 */
public record SignInSession(
        long id,
        long tenant,
        long user,
        Kind kind,
        String secretHash,
        @Nullable String previousHash,
        Instant rotatedAt,
        Instant createdAt,
        Instant usedAt,
        Instant expiresAt,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable End endedBy) {
    /** By what it is carried on. */
    public enum Kind {
        /** A cookie. */
        BROWSER,
        /** A refresh token, for short-lived access tokens. */
        PROGRAM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why one is over. */
    public enum End {
        /** They signed out. */
        SIGN_OUT,
        /** A secret was shown that another had taken the place of: somebody has copied it. */
        REUSE,
        /** The password, or the second factor, was changed. */
        PASSWORD,
        /** Somebody who may has ended it. */
        ENDED,
        /** The identity provider gives them no role any more, or has begun to answer for them. */
        PROVIDER;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static End of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Without the hashes. */
    @Override
    public String toString() {
        return "SignInSession " + id + " of user " + user;
    }
}
