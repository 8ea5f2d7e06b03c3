package org.ohmstead.doctor;

import static org.ohmstead.doctor.BrokenHandshakes.knock;
import static org.ohmstead.doctor.BrokenHandshakes.row;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.ohmstead.doctor.BrokenHandshakes.Broken;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.connections.AttemptHint.Kind;

/** What goes wrong with user names and passwords: see {@link BrokenHandshakes}. */
final class BrokenCredentials {
    static final String PASSWORD = "Correct-Horse 7";
    static final String FORMER = "Battery-Staple-6";
    static final String OTHERS = "password of the eighth";
    static final String HEX = "0123456789abcdef0123456789abcdef01234567";

    private BrokenCredentials() {}

    static List<Broken> table() {
        return List.of(
                row("no password", knock("/ocpp/CP-07"), Reason.NO_CREDENTIALS, null, "AuthorizationKey"),
                row(
                                "no password is set here, and one is demanded",
                                knock("/ocpp/OPEN-1"),
                                Reason.NO_CREDENTIALS,
                                null,
                                "it has to prove who it is and has no password")
                        .with("--station-auth=required"),
                row(
                        "a token",
                        knock("/ocpp/CP-07", "Authorization: Bearer abc"),
                        Reason.NO_CREDENTIALS,
                        Kind.NOT_BASIC,
                        "Bearer"),
                row(
                        "base64 that is none",
                        knock("/ocpp/CP-07", "Authorization: Basic !!!"),
                        Reason.WRONG_USER_NAME,
                        Kind.UNREADABLE_CREDENTIALS,
                        "no base64"),
                row(
                        "another user name",
                        basic("admin:" + PASSWORD),
                        Reason.WRONG_USER_NAME,
                        Kind.ONLY_USER_NAME_WRONG,
                        "'admin'"),
                row(
                        "another user name and another password",
                        basic("admin:admin"),
                        Reason.WRONG_USER_NAME,
                        null,
                        "user name"),
                row(
                        "user name and password swapped",
                        basic(PASSWORD + ":CP-07"),
                        Reason.WRONG_USER_NAME,
                        Kind.SWAPPED,
                        "each other's place"),
                row(
                        "no user name",
                        basic(":" + PASSWORD),
                        Reason.WRONG_USER_NAME,
                        Kind.USER_NAME_MISSING,
                        "password is right"),
                row(
                        "the password alone",
                        basic(PASSWORD),
                        Reason.WRONG_USER_NAME,
                        Kind.USER_NAME_MISSING,
                        "no user name"),
                row("another password", basic("CP-07:something else"), Reason.WRONG_PASSWORD, null, "without blanks"),
                row(
                        "no password behind the colon",
                        basic("CP-07:"),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_EMPTY,
                        "empty"),
                row(
                        "a line end behind it",
                        basic("CP-07:" + PASSWORD + "\r\n"),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_WITH_BLANKS,
                        "line end"),
                row(
                        "quotation marks around it",
                        basic("CP-07:\"" + PASSWORD + "\""),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_IN_QUOTES,
                        "quotation"),
                row(
                        "caps lock",
                        basic("CP-07:cORRECT-hORSE 7"),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_IN_OTHER_CASE,
                        "lower case"),
                row(
                        "a telephone has made the first letter a capital",
                        basicOf("CP-08", "Password of the eighth"),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_IN_OTHER_CASE,
                        "lower case"),
                row(
                        "percent-encoded",
                        basic("CP-07:Correct-Horse%207"),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_PERCENT_ENCODED,
                        "percent"),
                row(
                        "base64 twice",
                        basic("CP-07:" + base64(PASSWORD)),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_BASE64_TWICE,
                        "once too often"),
                row(
                        "hex digits as hex once more",
                        basicOf("HEX-1", hex(HEX)),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_HEX_TWICE,
                        "as they are"),
                row(
                        "hex digits with colons",
                        basicOf("HEX-1", HEX.replaceAll("..(?!$)", "$0:")),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_HEX_WITH_SEPARATORS,
                        "separators"),
                row(
                        "hex digits behind 0x",
                        basicOf("HEX-1", "0x" + HEX),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_HEX_WITH_SEPARATORS,
                        "0x"),
                row(
                        "Latin-1",
                        basicOf("UML-1", "Sch\u00f6ner-Schl\u00fcssel"),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_IN_LATIN_1,
                        "UTF-8"),
                row(
                        "the user name twice",
                        basic("CP-07:CP-07:" + PASSWORD),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_WITH_USER_NAME,
                        "second time"),
                row(
                        "the password from before",
                        basic("CP-07:" + FORMER),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_FORMER,
                        "counted before"),
                row(
                        "the password of the neighbour",
                        basic("CP-07:" + OTHERS),
                        Reason.WRONG_PASSWORD,
                        Kind.PASSWORD_OF_OTHER_STATION,
                        "station CP-08"));
    }

    private static String basic(String credentials) {
        return knock("/ocpp/CP-07", "Authorization: Basic " + base64(credentials));
    }

    private static String basicOf(String identity, String password) {
        return knock("/ocpp/" + identity, "Authorization: Basic " + base64(identity + ":" + password));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
