package org.ohmstead.stations;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** What may be an identity, and what is better avoided in one (OCPP-J §3.1). */
public final class Identities {
    /** 1.6 sets no limit; 2.x has 48. */
    private static final int LONGEST = 255;

    private static final int LONGEST_OF_2 = 48;
    private static final Pattern CHARACTERS_OF_2 = Pattern.compile("[A-Za-z0-9*\\-_=+|@.]*");
    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    /** Clients, proxies and servers take them out of a path, encoded or not. */
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?:^|.*[/\\\\])\\.\\.?(?:[/\\\\].*|$)", Pattern.DOTALL);

    private Identities() {}

    /** @throws Refused invalid if nobody could ever connect with it, name it in a URL, or tell it from another */
    static void check(String identity) {
        String fault = fault(identity);
        if (fault != null) {
            throw Refused.invalid(
                    "identity",
                    "identity " + fault + "; allowed are 1 to " + LONGEST
                            + " visible characters, without blanks at its ends, and neither . nor .. as a whole or between"
                            + " slashes.");
        }
    }

    static boolean isPossible(String identity) {
        return fault(identity) == null;
    }

    /** Why it can be no identity, as in "identity is empty"; null: it can. */
    public static @Nullable String fault(String identity) {
        String fault = faultAsWritten(identity);
        if (fault == null && identity.indexOf('%') >= 0) {
            // Whoever decodes the URL once more than we do must not end elsewhere.
            String decoded = decoded(identity);
            String hidden = decoded.equals(identity) ? null : fault(decoded);
            return hidden == null ? null : "percent-decoded once more " + hidden;
        }
        return fault;
    }

    private static @Nullable String faultAsWritten(String identity) {
        if (identity.isBlank()) {
            return "is empty";
        }
        if (identity.length() > LONGEST) {
            return "has " + identity.length() + " characters";
        }
        if (!identity.equals(identity.strip())) {
            return "begins or ends with a blank";
        }
        if (identity.codePoints().anyMatch(Identities::isInvisible)) {
            return "has a control character, or another that cannot be seen";
        }
        return DOT_SEGMENT.matcher(identity).matches()
                ? "is or holds a path segment . or .., which no URL can name"
                : null;
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE, // half a character, which has no UTF-8
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String decoded(String text) {
        return ESCAPES.matcher(text).replaceAll(escapes -> {
            String hex = escapes.group();
            byte[] bytes = new byte[hex.length() / 3];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt(hex, 3 * i + 1, 3 * i + 3, 16);
            }
            return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
        });
    }

    /** What is allowed, and yet may give trouble. */
    public static List<String> warnings(String identity) {
        List<String> warnings = new ArrayList<>();
        if (identity.length() > LONGEST_OF_2) {
            warnings.add("identity has " + identity.length() + " characters; OCPP 2.x allows " + LONGEST_OF_2
                    + ", so a 2.x station may refuse it.");
        }
        if (ESCAPES.matcher(identity).find()) {
            warnings.add("identity looks percent-encoded; the URL is decoded before it is compared, so this is rather"
                    + " '" + decoded(identity) + "'.");
        }
        if (!CHARACTERS_OF_2.matcher(identity).matches()) {
            warnings.add("identity has characters that OCPP 2.x does not allow there; it allows letters, digits and"
                    + " * - _ = + | @ . (a colon also makes the user name of HTTP Basic ambiguous for others, and some"
                    + " proxies refuse an encoded slash).");
        }
        return warnings;
    }
}
