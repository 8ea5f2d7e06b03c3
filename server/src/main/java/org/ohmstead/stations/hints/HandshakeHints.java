package org.ohmstead.stations.hints;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.PasswordHash;
import org.ohmstead.stations.Passwords;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.connections.AttemptHint;
import org.ohmstead.stations.connections.AttemptHint.Kind;

/** Finds out what a refused handshake seems to come from. May take a dozen hashes, so never on the way of a handshake. */
@Singleton
public class HandshakeHints {
    private static final String BASIC = "basic ";

    private final Stations stations;
    private final Passwords passwords;
    private final SqlSimilarStations similar;

    @Inject
    public HandshakeHints(Stations stations, Passwords passwords, SqlSimilarStations similar) {
        this.stations = stations;
        this.passwords = passwords;
        this.similar = similar;
    }

    /**
     * @param authorization the header that came with it; null: none
     * @return empty: there is nothing to say that its reason does not say already
     */
    public Optional<AttemptHint> of(Attempt attempt, @Nullable String authorization) {
        String identity = attempt.identity();
        if (identity == null) {
            return Optional.empty();
        } else if (attempt.reason() == Reason.UNKNOWN_IDENTITY) {
            return unknown(attempt.tenant(), identity);
        }
        boolean isAboutCredentials = attempt.reason() == Reason.NO_CREDENTIALS
                || attempt.reason() == Reason.WRONG_USER_NAME
                || attempt.reason() == Reason.WRONG_PASSWORD;
        return isAboutCredentials && authorization != null
                ? stations.find(Scope.tenant(attempt.tenant()), identity)
                        .flatMap(station -> credentials(station, authorization.strip()))
                : Optional.empty();
    }

    private Optional<AttemptHint> unknown(long tenant, String identity) {
        List<SqlSimilarStations.Similar> alike = similar.of(tenant, identity);
        return alike.isEmpty()
                ? Optional.empty()
                : Optional.of(new AttemptHint(
                        Kind.SIMILAR_IDENTITY,
                        alike.stream().map(SqlSimilarStations.Similar::identity).collect(Collectors.joining(", "))));
    }

    private Optional<AttemptHint> credentials(Station station, String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            String scheme = authorization.split("\\s", 2)[0];
            boolean isWord = scheme.matches("[A-Za-z]{1,20}") && scheme.length() < authorization.length();
            return Optional.of(new AttemptHint(Kind.NOT_BASIC, isWord ? scheme : null));
        }
        byte[] sent;
        try {
            sent = Base64.getMimeDecoder().decode(authorization.substring(BASIC.length()));
        } catch (IllegalArgumentException e) {
            return Optional.of(AttemptHint.of(Kind.UNREADABLE_CREDENTIALS));
        }
        PasswordHash hash = station.password();
        if (sent.length == 0) {
            return Optional.of(AttemptHint.of(Kind.UNREADABLE_CREDENTIALS));
        }
        return hash == null ? Optional.empty() : credentials(station, hash, sent);
    }

    private Optional<AttemptHint> credentials(Station station, PasswordHash hash, byte[] sent) {
        String identity = station.ref().identity();
        byte[] user = identity.getBytes(StandardCharsets.UTF_8);
        String text = new String(sent, StandardCharsets.UTF_8);
        if (sent.length > user.length
                && sent[user.length] == ':'
                && text.regionMatches(true, 0, identity, 0, identity.length())) {
            return password(station, hash, Arrays.copyOfRange(sent, user.length + 1, sent.length));
        }
        return userName(identity, hash, sent, text);
    }

    private Optional<AttemptHint> userName(String identity, PasswordHash hash, byte[] sent, String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return passwords.matches(hash, sent)
                    ? Optional.of(AttemptHint.of(Kind.USER_NAME_MISSING))
                    : Optional.empty();
        }
        String user = text.substring(0, colon);
        if (matches(hash, text.substring(colon + 1))) {
            return Optional.of(
                    user.isEmpty()
                            ? AttemptHint.of(Kind.USER_NAME_MISSING)
                            : new AttemptHint(Kind.ONLY_USER_NAME_WRONG, user));
        }
        boolean swapped = text.endsWith(":" + identity)
                && matches(hash, text.substring(0, text.length() - identity.length() - 1));
        return swapped ? Optional.of(AttemptHint.of(Kind.SWAPPED)) : Optional.empty();
    }

    private boolean matches(PasswordHash hash, String password) {
        return passwords.matches(hash, password.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<AttemptHint> password(Station station, PasswordHash hash, byte[] sent) {
        if (sent.length == 0) {
            return Optional.of(AttemptHint.of(Kind.PASSWORD_EMPTY));
        }
        for (PasswordForms.Form form : PasswordForms.of(sent, station.ref().identity())) {
            if (passwords.matches(hash, form.password())) {
                return Optional.of(AttemptHint.of(form.kind()));
            }
        }
        if (similar.former(station.ref())
                .filter(former -> passwords.matches(former, sent))
                .isPresent()) {
            return Optional.of(AttemptHint.of(Kind.PASSWORD_FORMER));
        }
        return similar.of(station.ref().tenant(), station.ref().identity()).stream()
                .filter(other -> other.password() != null && passwords.matches(other.password(), sent))
                .findFirst()
                .map(other -> new AttemptHint(Kind.PASSWORD_OF_OTHER_STATION, other.identity()));
    }
}
