package org.ohmstead.secrets;

import java.util.Locale;
import java.util.regex.Pattern;

/** What gives a secret away: the name of a field, or the shape of a text. */
final class SecretWords {
    private static final Pattern NAME = Pattern.compile(
            "(?i)authori[sz]ation[_-]?key|passw|passphrase|pwd|psk|api[_-]?key|secret|credential|private[_-]?key|sim[_-]?pin"
                    + "|(?:^|[_-])pin(?:code)?$|vpn[_-]?key|(?:access|refresh|auth|bearer|session)[_-]?token|hmac"
                    + "|token[_-]?hash|^key[_-]?hash$|totp|recovery[_-]?codes?|^customer[_-]?identifier$");

    private static final Pattern LOGIN_IN_URL = Pattern.compile("(://[^/@\\s\":]*):[^/@\\s\"]+@");
    /** By which a station loads or leaves a file; its number may be known. */
    private static final Pattern FILE_LINK = Pattern.compile("(/files/(?:down|up)load/\\d{1,18}-)[\\w-]{20,}");

    private static final Pattern FTP_LINK = Pattern.compile("(ftp://u\\d{1,18}):[^@/\\s\"]+@");
    private static final Pattern KEY_IN_QUERY =
            Pattern.compile("(?i)([?&#](?:[\\w.-]*(?:token|key|sig|signature|auth|code|credential))=)[^\\s&#\"]+");
    /** Name and value within one text: of a command line, of a log. */
    private static final Pattern PAIR = Pattern.compile(
            "(?i)(\\b[\\w.-]{0,40}(?:passw|passphrase|pwd|psk|api[_-]?key|secret|access[_-]?token)[\\w.-]{0,40}\\s*[=:]\\s*)[^\\s&;,'\"]+");

    private static final Pattern LOGIN_HEADER = Pattern.compile("(?i)\\b((?:basic|bearer)\\s+)[\\w+/=.~-]{6,}");
    private static final Pattern JWT = Pattern.compile("\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("(?s)(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(?:-----END|$)");

    /** Without one of these in small letters a frame has no secret that anybody here would know. */
    private static final String[] HINTS = {
        "passw",
        "passphrase",
        "pwd",
        "psk",
        "secret",
        "credential",
        "authorization",
        "authorisation",
        "apikey",
        "api_key",
        "api-key",
        "privatekey",
        "private_key",
        "private-key",
        "private key",
        "keycode",
        "pin",
        "vpn",
        "hmac",
        "accesstoken",
        "refreshtoken",
        "authtoken",
        "bearertoken",
        "sessiontoken",
        "tokenhash",
        "keyhash",
        "key_hash",
        "key-hash",
        "totp",
        "recovery",
        "customeridentifier",
        "notifycustomerinformation",
        "_token",
        "-token",
        "basic ",
        "bearer ",
        "eyj",
        "/files/",
        "\\/files\\/",
        "?",
        "@",
        "\\u"
    };

    private SecretWords() {}

    /** Whether a frame is worth a look; fast, and rather once too often. */
    static boolean mayHold(String frame) {
        String small = frame.toLowerCase(Locale.ROOT);
        for (String hint : HINTS) {
            if (small.contains(hint)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a field, a configuration key or a variable of this name holds a secret. */
    static boolean isName(String name) {
        return NAME.matcher(name).find();
    }

    /** A text without the links that we make for stations. */
    static String withoutLinks(String text) {
        String http = FILE_LINK.matcher(text).replaceAll("$1" + Secrets.MASK);
        return FTP_LINK.matcher(http).replaceAll("$1:" + Secrets.MASK + "@");
    }

    /** A text without what looks like a secret, wherever it stands; the same object where nothing does. */
    static String masked(String text) {
        String result = text;
        result = LOGIN_IN_URL.matcher(result).replaceAll("$1:" + Secrets.MASK + "@");
        result = withoutLinks(result);
        result = KEY_IN_QUERY.matcher(result).replaceAll("$1" + Secrets.MASK);
        result = PAIR.matcher(result).replaceAll("$1" + Secrets.MASK);
        result = LOGIN_HEADER.matcher(result).replaceAll("$1" + Secrets.MASK);
        result = JWT.matcher(result).replaceAll(Secrets.MASK);
        result = PRIVATE_KEY.matcher(result).replaceAll("$1" + Secrets.MASK);
        return result.equals(text) ? text : result;
    }
}
