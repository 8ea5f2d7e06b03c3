package org.ohmstead.charging.readings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The digest of one text, such as a {@link CanonicalText}: the first 64 bits of the SHA-256 of its UTF-8. It stands in databases,
 * so it must never change; a {@code notices.PartsDigest} of the same text is another number.
 */
final class TextDigest {
    private TextDigest() {}

    static long of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
