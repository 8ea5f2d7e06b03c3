package org.ohmstead.stations.credentials;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.PasswordHash;
import org.ohmstead.stations.Passwords;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.Attempt;

/**
 * HTTP Basic as stations do it: the user name is the identity, the password may be any bytes (behaviour 1.4); and a token in its
 * place. May take milliseconds of computing, so never on an event loop.
 */
@Singleton
public class StationLogin {
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final PasswordChanges changes;
    private final Passwords passwords;

    @Inject
    public StationLogin(PasswordChanges changes, Passwords passwords) {
        this.changes = changes;
        this.passwords = passwords;
    }

    /** What came of a password. */
    public sealed interface Login {}

    /** It is right. */
    public record Right(PasswordForm form) implements Login {}

    public record Wrong(Attempt.Reason reason) implements Login {}

    /** Whether a header is one of HTTP Basic. */
    public static boolean isBasic(@Nullable String authorization) {
        return authorization != null
                && authorization.strip().toLowerCase(Locale.ROOT).startsWith(BASIC);
    }

    /** What follows {@code Bearer}; empty: it is no such header. */
    public static Optional<String> bearer(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .map(String::strip)
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    /** @param authorization the header, or null where there is none */
    public Login login(Station station, @Nullable String authorization) {
        byte[] sent = sent(station.ref().identity(), authorization);
        if (sent == null) {
            return new Wrong(refusalUnread(authorization));
        }
        return changes.signsIn(station, sent)
                ? new Right(PasswordForm.of(sent))
                : new Wrong(Attempt.Reason.WRONG_PASSWORD);
    }

    /** Whether this is a station's token. */
    public boolean isToken(StationRef station, PasswordHash token, String sent) {
        return passwords.verify(station, token, sent.getBytes(StandardCharsets.UTF_8));
    }

    /** Does the work for an identity that nobody has, so that how long it takes tells nothing. */
    public void pretend(String identity, @Nullable String authorization) {
        byte[] sent = sent(identity, authorization);
        if (sent != null) {
            passwords.pretend(identity, sent);
        } else {
            bearer(authorization)
                    .ifPresent(token -> passwords.pretend(identity, token.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Attempt.Reason refusalUnread(@Nullable String authorization) {
        return isBasic(authorization)
                ? Attempt.Reason.WRONG_USER_NAME // A00.FR.207: also when the password is right
                : Attempt.Reason.NO_CREDENTIALS;
    }

    /** The password; null: there is none, or it is somebody else's. */
    private static byte @Nullable [] sent(String identity, @Nullable String authorization) {
        if (authorization == null || !isBasic(authorization)) {
            return null;
        }
        byte[] credentials = decoded(authorization.strip().substring(BASIC.length()));
        int colon = colonBehind(identity, credentials);
        return colon < 0 ? null : Arrays.copyOfRange(credentials, colon + 1, credentials.length);
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
