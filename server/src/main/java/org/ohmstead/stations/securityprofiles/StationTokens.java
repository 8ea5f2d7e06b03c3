package org.ohmstead.stations.securityprofiles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.Passwords;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.credentials.CredentialPolicy.Way;

/** Tokens of stations that cannot send a password: kept as a hash, like those. */
@Singleton
public class StationTokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** What stands in a URL and in a header as it is. */
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._~-]{24,64}");

    private final SecurityProfiles profiles;
    private final Passwords passwords;
    private final CredentialPolicy settings;

    @Inject
    public StationTokens(SecurityProfiles profiles, Passwords passwords, CredentialPolicy settings) {
        this.profiles = profiles;
        this.passwords = passwords;
        this.settings = settings;
    }

    /**
     * Gives a station another token; the one before counts no more.
     *
     * @param wanted null: one at random
     * @return the token
     * @throws Refused invalid for one that is too short or cannot stand in a URL; in conflict where none counts
     */
    public String set(Actor by, StationRef station, @Nullable String wanted) {
        if (!settings.has(Way.TOKEN) && !settings.has(Way.PATH)) {
            throw Refused.conflict(
                    null,
                    "Tokens do not count here. Add token to station-auth-methods for those in the header Authorization,"
                            + " or path for those in the URL.");
        }
        if (wanted != null && !ALLOWED.matcher(wanted).matches()) {
            throw Refused.invalid(
                    "token",
                    "token has " + wanted.length()
                            + " characters or one that is not allowed; allowed are 24 to 64 letters,"
                            + " digits and any of . _ ~ -. Left out, one is made at random.");
        }
        String token = wanted == null ? random() : wanted;
        profiles.token(by, station, passwords.hash(token, false));
        return token;
    }

    /** Whether a text looks like one. */
    public static boolean mayBeOne(String text) {
        return ALLOWED.matcher(text).matches();
    }

    void remove(Actor by, StationRef station) {
        profiles.token(by, station, null);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
