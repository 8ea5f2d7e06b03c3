package org.ohmstead.encryption;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.ohmstead.api.Refused;

/**
 * Encrypts secrets for the database (AES-256-GCM), and opens them again. Each is bound to its place, so that one that somebody moves
 * to another row cannot be opened there.
 */
@Singleton
public final class Encryption {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String VERSION = "1";

    private final EncryptionKey key;
    private final String keyId;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public Encryption(EncryptionKey key) {
        this.key = key;
        this.keyId = key.id();
    }

    /**
     * Encrypts it.
     *
     * @param place where it is kept, such as {@code authority/3/key}: the same is needed to open it
     * @return {@code 1.KEY.BASE64}, with the id of the key
     */
    public String seal(byte[] secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret);
            byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return VERSION + "." + keyId + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // each JDK has the cipher
        }
    }

    /** Whether it was encrypted with the key of this installation. */
    public boolean isOurs(String sealed) {
        return sealed.startsWith(VERSION + "." + keyId + ".");
    }

    /** With which key something was encrypted, by its id; for people. */
    public static String keyOf(String sealed) {
        String[] parts = sealed.split("\\.", -1);
        return parts.length == 3 ? parts[1] : "unknown";
    }

    /** The key of this installation, by its id, and where it stands; for people. */
    public String own() {
        return keyId + " in " + key.place();
    }

    /**
     * The secret in clear.
     *
     * @throws Refused in conflict: it was encrypted with another key, or somebody has changed it
     */
    public byte[] open(String sealed, String place) {
        String[] parts = sealed.split("\\.", -1);
        if (!isOurs(sealed) || parts.length != 3) {
            throw Refused.conflict(
                    null,
                    "A secret of " + place + " was encrypted with the key " + keyOf(sealed) + ", and " + key.place()
                            + " has the key " + keyId
                            + ". Put the right key back from the backup; without it the secret"
                            + " is lost and has to be made anew.");
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(parts[2]);
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            throw Refused.conflict(
                    null,
                    "A secret of " + place + " cannot be opened, although the key is the right one: somebody has"
                            + " changed it in the database. Restore the row, or make the secret anew.");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
