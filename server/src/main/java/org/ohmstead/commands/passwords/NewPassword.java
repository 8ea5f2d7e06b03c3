package org.ohmstead.commands.passwords;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.ocpp.OcppVersion;

/** What a station's password may look like in each version, and one at random. */
final class NewPassword {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 20;
    private static final int CHARACTERS = 40;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** 1.6: 16 to 20 bytes, written as hex digits (security whitepaper, AuthorizationKey). */
    private static final Pattern V16 = Pattern.compile("([0-9A-Fa-f]{2}){16,20}");

    /** 2.x: a passwordString of 16 to 40 characters, 2.1 up to 64 (A00.FR.205). */
    private static final Pattern V201 = Pattern.compile("[A-Za-z0-9*\\-_=:+|@.]{16,40}");

    private static final Pattern V21 = Pattern.compile("[A-Za-z0-9*\\-_=:+|@.]{16,64}");

    private NewPassword() {}

    /** As the version writes it: 20 bytes in hex digits, or 40 letters and digits. */
    static String random(OcppVersion version) {
        if (!version.isV2()) {
            byte[] key = new byte[KEY_BYTES];
            RANDOM.nextBytes(key);
            return HexFormat.of().formatHex(key);
        }
        StringBuilder text = new StringBuilder(CHARACTERS);
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** @throws Refused invalid for one that the version does not allow; the password itself is not repeated */
    static String checked(String password, OcppVersion version) {
        Pattern allowed = version == OcppVersion.V21 ? V21 : version.isV2() ? V201 : V16;
        if (!allowed.matcher(password).matches()) {
            String form = version.isV2()
                    ? "16 to " + (version == OcppVersion.V21 ? 64 : 40)
                            + " letters, digits and any of * - _ = : + | @ ."
                    : "32 to 40 hex digits, which are 16 to 20 bytes";
            throw Refused.invalid(
                    "password",
                    "password has " + password.length() + " characters or one that is not allowed; OCPP "
                            + version.number() + " allows " + form + ". Left out, one is made at random.");
        }
        return password;
    }

    /** @param wanted null: one at random */
    static String of(@Nullable String wanted, OcppVersion version) {
        return wanted == null ? random(version) : checked(wanted, version);
    }
}
