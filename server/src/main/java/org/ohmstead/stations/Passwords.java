package org.ohmstead.stations;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.ohmstead.api.Refused;

/**
 * Passwords of stations: hashed with a salt, compared in constant time, never logged (A01.FR.08, A01.FR.09).
 *
 * <p>A password is bytes. 1.6 writes them as 40 hex digits and sends them raw; 2.x sends text. In the field both are mixed up
 * (field note 82), so 32 to 40 hex digits stand for their bytes, and a station may send bytes, or hex digits of them in any
 * case.
 *
 * <p>10,000 rounds are few for a human's password, but these are random keys, and after a restart a whole fleet is verified at
 * once: about 5 ms each, on half of the processors, so that the stations that are in already are still served. What was right
 * once is kept in memory as a salted digest, so a reconnect costs microseconds.
 */
@Singleton
public class Passwords {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final String PREFIX = "pbkdf2-sha256";
    private static final int ROUNDS = 10_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int SHORTEST = 16;
    private static final int LONGEST = 64;
    /** Twice {@link #LONGEST}, as hex digits, and each character up to 4 bytes. */
    private static final int LONGEST_SENT = 512;

    private static final Pattern HEX_KEY = Pattern.compile("([0-9A-Fa-f]{2}){16,20}");
    private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})+");
    private static final int REMEMBERED = 100_000;

    private record Proof(PasswordHash hash, byte[] digest) {}

    private final SecureRandom random = new SecureRandom();
    private final byte[] pepper = bytes(32);
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    /** Guesses at one station's password wait for each other, so that nobody else waits for more than one of them. */
    private final List<ReentrantLock> turns =
            Stream.generate(ReentrantLock::new).limit(1024).toList();

    private final PasswordHash nobodys = hash(base64(bytes(32)), false);

    private final ConcurrentMap<Long, Proof> proofs = new ConcurrentHashMap<>();

    /** @throws Refused invalid for a password that no station could send, or too short a one without {@code allowShort} */
    public PasswordHash hash(String password, boolean allowShort) {
        check(password, allowShort);
        byte[] salt = bytes(SALT_BYTES);
        return new PasswordHash(
                PREFIX + "$" + ROUNDS + "$" + base64(salt) + "$" + base64(derive(meant(password), salt, ROUNDS)));
    }

    private static void check(String password, boolean allowShort) {
        int length = password.codePointCount(0, password.length());
        if (length > LONGEST || length == 0 || (length < SHORTEST && !allowShort)) {
            throw Refused.invalid(
                    "password",
                    "password has " + length + " characters; allowed are " + SHORTEST + " to " + LONGEST
                            + ", or 40 hex digits. For a station with a shorter one that cannot be changed, add"
                            + " \"allowShort\": true.");
        }
        if (password.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid("password", "password has a control character; allowed is any printable text.");
        }
    }

    /** Whether the station may come in with what it sent as its password; false where it has none. */
    public boolean verify(Station station, byte[] sent) {
        PasswordHash hash = station.password();
        return hash != null && verify(station.ref(), hash, sent);
    }

    /** Whether this is what a station has shown. May cost milliseconds. */
    public boolean verify(StationRef station, PasswordHash hash, byte[] sent) {
        if (isImpossible(sent)) {
            return false;
        }
        long id = station.id();
        byte[] digest = digest(sent);
        Proof proof = proofs.get(id);
        if (proof != null && proof.hash.equals(hash) && MessageDigest.isEqual(proof.digest, digest)) {
            return true;
        }
        ReentrantLock turn = turns.get((int) (id & (turns.size() - 1)));
        turn.lock();
        try {
            if (!matches(hash, sent)) {
                return false;
            }
        } finally {
            turn.unlock();
        }
        if (proofs.size() < REMEMBERED || proof != null) {
            proofs.put(id, new Proof(hash, digest));
        }
        return true;
    }

    /** Takes as long as to find out that a password is wrong: for whoever must not learn that there is no such station. */
    public void pretend(String identity, byte[] sent) {
        ReentrantLock turn = turns.get(identity.hashCode() & (turns.size() - 1));
        turn.lock();
        try {
            matches(nobodys, sent);
        } finally {
            turn.unlock();
        }
    }

    private static boolean isImpossible(byte[] sent) {
        return sent.length == 0 || sent.length > LONGEST_SENT;
    }

    /** Whether these bytes, or the hex digits that they are, make this hash. Costs milliseconds. */
    public boolean matches(PasswordHash hash, byte[] sent) {
        if (isImpossible(sent)) {
            return false;
        }
        List<String> parts = List.of(hash.text().split("\\$"));
        if (parts.size() != 4 || !parts.getFirst().equals(PREFIX)) {
            throw new IllegalStateException("A stored password has an unknown form");
        }
        int rounds = Integer.parseInt(parts.get(1));
        byte[] salt = Base64.getDecoder().decode(parts.get(2));
        byte[] right = Base64.getDecoder().decode(parts.get(3));
        hashing.acquireUninterruptibly();
        try {
            if (MessageDigest.isEqual(right, derive(sent, salt, rounds))) {
                return true;
            }
            String text = new String(sent, StandardCharsets.ISO_8859_1);
            return HEX.matcher(text).matches()
                    && MessageDigest.isEqual(right, derive(HexFormat.of().parseHex(text), salt, rounds));
        } finally {
            hashing.release();
        }
    }

    /** The bytes that a password as typed by an operator stands for. */
    private static byte[] meant(String password) {
        return HEX_KEY.matcher(password).matches()
                ? HexFormat.of().parseHex(password)
                : password.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] derive(byte[] password, byte[] salt, int rounds) {
        char[] chars = new char[password.length]; // the JDK wants text: one character for each byte
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) (password[i] & 0xff);
        }
        try {
            PBEKeySpec key = new PBEKeySpec(chars, salt, rounds, HASH_BITS);
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no " + ALGORITHM, e);
        } finally {
            Arrays.fill(chars, ' ');
        }
    }

    private byte[] digest(byte[] sent) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(pepper);
            return sha.digest(sent);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
