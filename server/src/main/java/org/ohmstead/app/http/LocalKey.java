package org.ohmstead.app.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.secrets.PrivateFiles;

/**
 * Lets whoever works on the server's own machine, as the server's user, administer it: {@code ./ohmstead admin} reads it from a file
 * that nobody else may read. It counts from this machine only.
 */
public record LocalKey(String value, Path file) {
    static final String PREFIX = "oml_";

    private static final String NAME = "admin-key";
    private static final int LENGTH = PREFIX.length() + RandomSecrets.LENGTH;

    /** @throws IllegalArgumentException saying in a sentence why there can be none */
    public static LocalKey of(String database) {
        return kept(file(database));
    }

    /** Beside the database, if that is a file. */
    public static Path file(String database) {
        return PrivateFiles.besideDatabase(database, NAME);
    }

    private static LocalKey kept(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.create(file);
            }
            if (Files.size(file) == 0) { // also where the server was ended between the two
                Files.writeString(
                        file,
                        PREFIX + RandomSecrets.make() + System.lineSeparator(),
                        StandardOpenOption.TRUNCATE_EXISTING);
            }
            LocalKey key = new LocalKey(Files.readString(file).strip(), file);
            if (key.value.length() != LENGTH) {
                throw new IllegalArgumentException("The file " + file
                        + " has no key of this server. Delete it, and the next start makes a new one.");
            }
            return key;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The key of ./ohmstead admin cannot be kept in " + file + " (" + e.getMessage()
                            + "): make file and folder readable and writable.",
                    e);
        }
    }

    /** Compared in a time that says nothing about it. */
    boolean is(String shown) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "LocalKey in " + file;
    }
}
