package org.ohmstead.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How stations may prove who they are, and what those are told that do not. */
public record StationSecuritySettings(
        @Setting(
                value =
                        "What counts as a station's proof: 'password' is HTTP Basic; 'certificate' is one of its own, over TLS;"
                                + " 'token' is a bearer token in the header Authorization; 'path' is the same token in the URL,"
                                + " /ocpp/{token}/{identity}, which others may see on the way and which is shown nowhere here."
                                + " With commas between them.",
                fallback = "password,certificate")
        List<String> stationAuthMethods,

        @Setting(
                value =
                        "A file with the certificates of authorities, in PEM, whose signature under a station's certificate is"
                                + " believed: the operator's own or the manufacturers'. It is read again when it changes.",
                fallback = "")
        String clientAuthorities,

        @Setting(
                value =
                        "What the organisation (O) in a station's certificate must contain, in whatever case. Empty: it is"
                                + " not looked at.",
                fallback = "")
        String certificateOrganisation,

        @Setting(
                value =
                        "Answers a station that is not known, or does not prove who it is, with the same 401 after the same"
                                + " time, so that nobody learns which identities there are. The list of attempts tells the"
                                + " reason.",
                fallback = "false")
        boolean hideUnknownStations,

        @Setting(
                value =
                        "What a station is answered that offers subprotocols of which none is spoken. 'close': the handshake is"
                                + " completed and the connection closed at once, as OCPP-J wants it. 'refuse': 400, as some test"
                                + " tools expect.",
                fallback = "close")
        NoCommonSubprotocol noCommonSubprotocol) {
    private static final Set<String> METHODS = Set.of("password", "certificate", "token", "path");

    /** What a station is answered that speaks nothing that is spoken here. */
    public enum NoCommonSubprotocol {
        CLOSE,
        REFUSE
    }

    /** Whether a part of a URL may be a token. */
    public boolean tokensInPath() {
        return stationAuthMethods.contains("path");
    }

    /** What is wrong, if taken together. */
    List<Wrong> wrong() {
        List<Wrong> wrong = new ArrayList<>();
        stationAuthMethods.stream()
                .filter(method -> !METHODS.contains(method))
                .forEach(method -> wrong.add(new Wrong(
                        "station-auth-methods",
                        method,
                        "in the settings",
                        "allowed are password, certificate, token and path with commas between them")));
        return wrong;
    }
}
