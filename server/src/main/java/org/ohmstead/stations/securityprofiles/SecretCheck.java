package org.ohmstead.stations.securityprofiles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.PasswordHash;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.credentials.CredentialPolicy.Way;
import org.ohmstead.stations.credentials.StationLogin;
import org.ohmstead.stations.securityprofiles.Judgement.Failed;
import org.ohmstead.stations.securityprofiles.Judgement.Passed;

/** Whether somebody knows a station's password or token: any one that is right will do, as far as its way counts here. */
@Singleton
public class SecretCheck {
    private final StationLogin login;
    private final CredentialPolicy settings;

    @Inject
    public SecretCheck(StationLogin login, CredentialPolicy settings) {
        this.login = login;
        this.settings = settings;
    }

    /** @param profile that a right one makes: 1 or 2 */
    Judgement judge(int profile, Station station, StationSecurity security, Shown shown) {
        PasswordHash token = security.token();
        if (!station.hasPassword() && token == null) {
            return nothingToShow(station);
        }
        Optional<String> bearer = StationLogin.bearer(shown.authorization()).filter(any -> settings.has(Way.TOKEN));
        String path = settings.has(Way.PATH) ? shown.secretInPath() : null;
        if (token != null && bearer.isPresent()) {
            return login.isToken(station.ref(), token, bearer.get())
                    ? new Passed(Contact.secret(profile, Proof.TOKEN, null))
                    : wrongToken("in the header Authorization");
        }
        if (token != null && path != null && login.isToken(station.ref(), token, path)) {
            return new Passed(Contact.secret(profile, Proof.PATH, null));
        }
        boolean basic = StationLogin.isBasic(shown.authorization());
        if (basic && station.hasPassword() && settings.has(Way.PASSWORD)) {
            return password(profile, station, shown.authorization());
        }
        return token != null && path != null
                ? wrongToken("in the path")
                : new Failed(Reason.NO_CREDENTIALS, missing(station, token));
    }

    void pretend(String identity, Shown shown) {
        String path = settings.has(Way.PATH) ? shown.secretInPath() : null;
        login.pretend(
                identity, path != null && shown.authorization() == null ? "Bearer " + path : shown.authorization());
    }

    private Judgement password(int profile, Station station, @Nullable String authorization) {
        return switch (login.login(station, authorization)) {
            case StationLogin.Right right -> new Passed(Contact.secret(profile, Proof.PASSWORD, right.form()));
            case StationLogin.Wrong wrong ->
                new Failed(
                        wrong.reason(),
                        wrong.reason() == Reason.WRONG_USER_NAME
                                ? "the user name of the HTTP Basic authentication must be the identity"
                                : "the password is wrong");
        };
    }

    private static Failed wrongToken(String where) {
        return new Failed(Reason.WRONG_TOKEN, "the token " + where + " is not the station's");
    }

    private String missing(Station station, @Nullable PasswordHash token) {
        boolean password = station.hasPassword() && settings.has(Way.PASSWORD);
        boolean header = token != null && settings.has(Way.TOKEN);
        boolean path = token != null && settings.has(Way.PATH);
        if (!password && !header && !path) {
            return "this station has "
                    + (token == null ? "a password" : station.hasPassword() ? "a password and a token" : "a token")
                    + ", and station-auth-methods lets none of it count";
        }
        if (password && token == null) {
            return "this station has a password, and no HTTP Basic authentication was sent";
        }
        return "this station has to send "
                + String.join(
                        " or ",
                        Stream.of(
                                        password ? "its password by HTTP Basic authentication" : "",
                                        header ? "its token in the header Authorization: Bearer" : "",
                                        path ? "its token in the path before the identity" : "")
                                .filter(each -> !each.isEmpty())
                                .toList())
                + ", and did not";
    }

    static Failed nothingToShow(Station station) {
        return new Failed(
                Reason.NO_CREDENTIALS,
                "it has to prove who it is and has no password; set one with PUT /api/v1/stations/"
                        + station.ref().identity() + "/password and in the station");
    }
}
