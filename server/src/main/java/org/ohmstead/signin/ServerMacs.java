package org.ohmstead.signin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What nobody can make without a key of the server: for what a browser keeps and must not change. The same at all nodes. */
@Singleton
public class ServerMacs {
    private static final String MAC = "HmacSHA256";

    private final SqlSigningKeys keys;

    @Inject
    public ServerMacs(SqlSigningKeys keys) {
        this.keys = keys;
    }

    /** 43 characters that any URL and header takes. Blocks the first time. @param key its name; each use has its own */
    public String of(String key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(keys.of(key), MAC));
            byte[] code = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no " + MAC, e);
        }
    }
}
