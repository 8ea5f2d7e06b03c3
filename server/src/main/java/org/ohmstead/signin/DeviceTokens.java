package org.ohmstead.signin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.users.Users;

/**
 * What a browser keeps in which somebody has signed in: it lets nobody in, but gives them tries of their own while a stranger
 * guesses at the account (OWASP, "device cookies").
 */
@Singleton
public class DeviceTokens {
    private static final String KEY = "device-token";
    private static final String MAC = "HmacSHA256";

    private final SqlSigningKeys keys;

    @Inject
    public DeviceTokens(SqlSigningKeys keys) {
        this.keys = keys;
    }

    public String make(String email) {
        String id = RandomSecrets.make();
        return id + "." + mac(id, email);
    }

    /** Whether it was made for that account. */
    public boolean isOf(String token, String email) {
        int dot = token.indexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        token.substring(dot + 1).getBytes(StandardCharsets.UTF_8),
                        mac(token.substring(0, dot), email).getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String id, String email) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(keys.of(KEY), MAC));
            byte[] text = (id + "\n" + Users.emailKey(email)).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no " + MAC, e);
        }
    }
}
