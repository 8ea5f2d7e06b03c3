package org.ohmstead.stations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ohmstead.api.Problem;

/** What may be an identity, and what is better avoided in one (OCPP-J §3.1, csms-behaviour 1.1). */
final class Identities {
    private static final int LONGEST = 255;
    private static final int LONGEST_OF_2 = 48;
    private static final Pattern CHARACTERS_OF_2 = Pattern.compile("[A-Za-z0-9*\\-_=+|@.]*");

    private Identities() {}

    /** @throws Problem 400 if nobody could ever connect with it, or tell it from another */
    static void check(String identity) {
        String wrong = wrongWith(identity);
        if (wrong != null) {
            throw Problem.invalid(
                    "identity",
                    "identity " + wrong + "; allowed are 1 to " + LONGEST
                            + " characters, none of them a control character, without blanks at its ends.");
        }
    }

    static boolean isPossible(String identity) {
        return wrongWith(identity) == null;
    }

    private static @org.jspecify.annotations.Nullable String wrongWith(String identity) {
        if (identity.isBlank()) {
            return "is empty";
        }
        if (identity.length() > LONGEST) {
            return "has " + identity.length() + " characters";
        }
        if (!identity.equals(identity.strip())) {
            return "begins or ends with a blank";
        }
        return identity.chars().anyMatch(Character::isISOControl) ? "has a control character" : null;
    }

    /** What is allowed, and yet may give trouble. */
    static List<String> warnings(String identity) {
        List<String> warnings = new ArrayList<>();
        if (identity.length() > LONGEST_OF_2) {
            warnings.add("identity has " + identity.length() + " characters; OCPP 2.x allows " + LONGEST_OF_2
                    + ", so a 2.x station may refuse it.");
        }
        if (!CHARACTERS_OF_2.matcher(identity).matches()) {
            warnings.add("identity has characters that OCPP 2.x does not allow there; it allows letters, digits and"
                    + " * - _ = + | @ . (a colon also makes the user name of HTTP Basic ambiguous for others).");
        }
        return warnings;
    }
}
