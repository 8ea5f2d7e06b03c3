package org.ohmstead.signin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.users.Users;

/**
 * What a browser keeps in which somebody has signed in: it lets nobody in, but gives them tries of their own while a stranger
 * guesses at the account (OWASP, "device cookies").
 */
@Singleton
public class DeviceTokens {
    private static final String KEY = "device-token";

    private final ServerMacs macs;

    @Inject
    public DeviceTokens(ServerMacs macs) {
        this.macs = macs;
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
        return macs.of(KEY, id + "\n" + Users.emailKey(email));
    }
}
