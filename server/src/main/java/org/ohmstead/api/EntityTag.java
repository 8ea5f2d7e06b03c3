package org.ohmstead.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of something that can be changed is given, to say later which state of it a change is meant for (RFC 9110
 * §8.8.3). It is another one after each change, by whomever, and the same after a restart.
 *
 * @param text with its quotes, as it stands in the header
 */
public record EntityTag(String text) {
    private static final int BYTES = 8;

    /** @param state all that a change may change, and which row it is; nothing that changes by itself */
    public static EntityTag of(@Nullable Object... state) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : state) {
                byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                digest.update((byte) (part == null ? 0 : 1));
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII)); // "a", "b" is not "ab", ""
                digest.update(bytes);
            }
            return new EntityTag('"' + HexFormat.of().formatHex(digest.digest(), 0, BYTES) + '"');
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}
