package org.ohmstead.stations.credentials;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.connections.Attempt;

/** HTTP Basic as stations do it: the user name is the identity, the password may be any bytes (behaviour 1.4). */
@Singleton
public class StationLogin {
    private static final String SCHEME = "basic ";

    private final PasswordChanges passwords;

    @Inject
    public StationLogin(PasswordChanges passwords) {
        this.passwords = passwords;
    }

    /**
     * May take milliseconds of computing, so never on an event loop. A station without a password may send what it likes.
     *
     * @param authorization the header, or null where there is none
     * @return why it is refused; empty: it may come in
     */
    public Optional<Attempt.Reason> refusal(Station station, @Nullable String authorization) {
        if (!station.hasPassword()) {
            return Optional.empty();
        }
        if (authorization == null
                || !authorization.strip().toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.of(Attempt.Reason.NO_CREDENTIALS);
        }
        byte[] credentials = decoded(authorization.strip().substring(SCHEME.length()));
        int colon = colonBehind(station.ref().identity(), credentials);
        if (colon < 0) { // A00.FR.207: also when the password is right
            return Optional.of(Attempt.Reason.WRONG_USER_NAME);
        }
        byte[] sent = Arrays.copyOfRange(credentials, colon + 1, credentials.length);
        return passwords.signsIn(station, sent) ? Optional.empty() : Optional.of(Attempt.Reason.WRONG_PASSWORD);
    }

    /**
     * Where the password begins. An identity may hold colons, such as a MAC address (field note 6), so the first one will not
     * do.
     */
    private static int colonBehind(String identity, byte[] credentials) {
        int length = identity.getBytes(StandardCharsets.UTF_8).length;
        if (credentials.length <= length || credentials[length] != ':') {
            return -1;
        }
        String user = new String(credentials, 0, length, StandardCharsets.UTF_8);
        return user.equalsIgnoreCase(identity) ? length : -1;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
