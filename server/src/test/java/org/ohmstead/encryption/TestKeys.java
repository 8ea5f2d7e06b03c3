package org.ohmstead.encryption;

import java.util.Arrays;
import java.util.Base64;

/** Keys to encrypt with that protect nothing. */
public final class TestKeys {
    public static final EncryptionKey ENCRYPTION = filled((byte) 7);
    public static final EncryptionKey ANOTHER = filled((byte) 8);

    private TestKeys() {}

    private static EncryptionKey filled(byte with) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, with);
        return EncryptionKey.of(Base64.getEncoder().encodeToString(bytes), "", "");
    }
}
