package org.ohmstead.users;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.api.Refused;

/**
 * Passwords of people: Argon2id with 19 MiB, two passes, one lane (OWASP, Password Storage). Some tens of milliseconds each, on
 * half of the processors at most, so that whoever guesses takes none of the stations' time.
 */
@Singleton
public class UserPasswords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    /** That of nobody, made up: whoever does not exist costs as long as whoever does. */
    private final String nobody = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$"
            + random(SALT_BYTES) + "$" + random(HASH_BYTES);

    private static String random(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(RandomSecrets.bytes(bytes));
    }

    /**
     * What is stored of a password. Takes long.
     *
     * @param email whose; it must not be the password
     * @throws Refused invalid for one that is too short, too long or easily guessed
     */
    public String hash(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw Refused.invalid(
                    "password",
                    "password has " + length + " characters; allowed are " + SHORTEST + " to " + LONGEST
                            + ". A sentence makes a good one.");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(SqlUserStore.key(email))
                || password.chars().distinct().count() < 5) {
            throw Refused.invalid(
                    "password",
                    "password is too easy to guess: it is the e-mail address, or a few characters again and again.");
        }
        return hashOf(password);
    }

    private String hashOf(String password) {
        hashing.acquireUninterruptibly();
        try {
            return Password.hash(password)
                    .addSalt(RandomSecrets.bytes(SALT_BYTES))
                    .with(argon2)
                    .getResult();
        } finally {
            hashing.release();
        }
    }

    /**
     * Whether it is the password of a hash. Takes as long as {@link #hash}, whatever the answer.
     *
     * @param hash null: of somebody who has none, or does not exist; then it is not
     */
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST * 2) {
            return false;
        }
        hashing.acquireUninterruptibly();
        try {
            String against = hash == null ? nobody : hash;
            return Password.check(password, against).with(Argon2Function.getInstanceFromHash(against)) && hash != null;
        } finally {
            hashing.release();
        }
    }
}
