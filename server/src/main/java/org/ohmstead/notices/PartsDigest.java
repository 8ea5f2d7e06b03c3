package org.ohmstead.notices;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The digest of some texts in their order, which tells a repetition from something new where they are too long for an index: the
 * first 64 bits of the SHA-256 of each one's length in bytes (32 bits) and its UTF-8. It stands in databases, so it must never
 * change.
 */
public final class PartsDigest {
    private PartsDigest() {}

    /** The same for the same parts in the same order, and in practice for nothing else. */
    public static long of(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
