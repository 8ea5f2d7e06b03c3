package org.ohmstead.encryption;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.ohmstead.secrets.PrivateFiles;

/**
 * The key of the installation, 256 bits. Without it what it has encrypted is lost, so it belongs into the backup, and not beside that
 * of the database.
 *
 * @param key   for AES
 * @param place where it stands, for people
 */
public record EncryptionKey(SecretKey key, String place) {
    private static final String NAME = "encryption-key";
    private static final int BYTES = 32;

    /**
     * The one that is set; else the one in a file, which is made where there is none.
     *
     * @param setting  the key itself, 32 bytes in Base64; empty: it stands in the file
     * @param file     empty: beside the database
     * @param database its URL
     * @throws IllegalArgumentException saying in a sentence what is wrong with it
     */
    public static EncryptionKey of(String setting, String file, String database) {
        return setting.isBlank()
                ? kept(
                        file.isBlank()
                                ? PrivateFiles.besideDatabase(database, NAME)
                                : Path.of(file).toAbsolutePath())
                : read(setting, "the setting encryption-key");
    }

    private static EncryptionKey kept(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.create(file);
            }
            if (Files.size(file) == 0) { // also where the server was ended between the two
                byte[] random = new byte[BYTES];
                new SecureRandom().nextBytes(random);
                Files.writeString(
                        file,
                        Base64.getEncoder().encodeToString(random) + System.lineSeparator(),
                        StandardOpenOption.TRUNCATE_EXISTING);
            }
            return read(Files.readString(file), "the file " + file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The key that secrets are encrypted with cannot be kept in " + file + " (" + e.getMessage()
                            + "): make file and folder readable and writable, or set encryption-key.",
                    e);
        }
    }

    private static EncryptionKey read(String text, String place) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException noBase64) {
            bytes = new byte[0];
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("What stands in " + place + " is no key to encrypt with: allowed are "
                    + BYTES + " bytes in Base64, as `openssl rand -base64 32` makes them.");
        }
        return new EncryptionKey(new SecretKeySpec(bytes, "AES"), place);
    }

    /** By which what it has encrypted is known; it says nothing of the key. */
    public String id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("ohmstead encryption key".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(key.getEncoded()), 4));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // each JDK has it
        }
    }

    @Override
    public String toString() {
        return "EncryptionKey " + id() + " in " + place;
    }
}
