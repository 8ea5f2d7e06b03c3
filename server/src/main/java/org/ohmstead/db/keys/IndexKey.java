package org.ohmstead.db.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Texts of stations as keys. They may have any length, and an index of PostgreSQL takes no more than 2,700 bytes. */
public final class IndexKey {
    private static final int LONGEST = 500;

    private IndexKey() {}

    /** The text itself; where it is longer than 500 characters, its beginning and a digest of all of it. Stands in databases. */
    public static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 100) + "#" + digest(text);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
