package org.ohmstead.users;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever has it do one thing, once.
 *
 * @param tenant for which
 * @param user   whose password is chosen with it; null: of nobody yet, it sets the server up
 */
public record OneTimeLink(
        long tenant, Purpose purpose, @Nullable Long user, String createdBy, Instant createdAt, Instant expiresAt) {
    /** What it is for. */
    public enum Purpose {
        /** The first owner is made. */
        SETUP,
        /** A new user chooses a password. */
        INVITATION,
        /** A user who cannot sign in chooses a new password. */
        PASSWORD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Purpose of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** A link with the secret that it is found by, which nobody has stored. */
    public record Made(OneTimeLink link, String secret) {
        @Override
        public String toString() {
            return "Made (hidden)";
        }
    }
}
