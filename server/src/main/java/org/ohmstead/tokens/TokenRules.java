package org.ohmstead.tokens;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** What a token must look like before it is stored. */
public final class TokenRules {
    /** Values up to 255 characters: 2.1 allows as many, and 1.6 stations send more than their 20. */
    static final int LONGEST_VALUE = 255;

    static final int LONGEST_TYPE = 20;
    private static final int MOST_FURTHER_VALUES = 20;
    private static final int LONGEST_TEXT = 1024;
    private static final int LONGEST_LANGUAGE = 8;

    private TokenRules() {}

    public static Token checked(Token token) {
        text("value", token.value(), 0, LONGEST_VALUE);
        if (token.value().isBlank() && !token.type().equals("NoAuthorization")) {
            throw Refused.invalid(
                    "value",
                    "value is empty; that is allowed only for the type NoAuthorization. Give the token's text.");
        }
        text("type", token.type(), 1, LONGEST_TYPE);
        text("group", token.group(), 1, LONGEST_VALUE);
        range("maxSessions", token.maxSessions(), 0, 1000);
        if (token.priority() != null) {
            range("priority", token.priority(), -9, 9);
        }
        language(token.language());
        text("personalMessage", token.personalMessage(), 1, LONGEST_TEXT);
        text("note", token.note(), 0, LONGEST_TEXT);
        places(token.allowed());
        furtherValues(token);
        return token;
    }

    private static void furtherValues(Token token) {
        List<String> values = token.alsoKnownAs();
        if (values.size() > MOST_FURTHER_VALUES) {
            throw Refused.invalid(
                    "alsoKnownAs",
                    "alsoKnownAs has " + values.size() + " values; allowed are " + MOST_FURTHER_VALUES + ".");
        }
        HashSet<String> seen = new HashSet<>();
        seen.add(token.key());
        for (int i = 0; i < values.size(); i++) {
            String field = "alsoKnownAs[" + i + "]";
            text(field, values.get(i).strip(), 1, LONGEST_VALUE);
            if (!seen.add(Token.key(values.get(i)))) {
                throw Refused.invalid(
                        field,
                        field + " is '" + values.get(i)
                                + "', which is another spelling of a value that this token has already. Leave it out.");
            }
        }
    }

    private static void language(@Nullable String language) {
        text("language", language, 2, LONGEST_LANGUAGE);
        if (language != null && Locale.forLanguageTag(language).getLanguage().isEmpty()) {
            throw Refused.invalid(
                    "language", "language is '" + language + "'; allowed is a tag of RFC 5646 such as de or en-GB.");
        }
    }

    private static void places(List<Token.Place> places) {
        HashSet<String> seen = new HashSet<>();
        for (int i = 0; i < places.size(); i++) {
            Token.Place place = places.get(i);
            text("allowed[" + i + "].station", place.station(), 1, LONGEST_VALUE);
            if (!seen.add(place.station().toLowerCase(Locale.ROOT))) {
                throw Refused.invalid(
                        "allowed[" + i + "].station",
                        "station " + place.station() + " is named twice. Put all its EVSEs into one entry.");
            }
            for (int evse : place.evses()) {
                range("allowed[" + i + "].evses", evse, 1, Integer.MAX_VALUE);
            }
        }
    }

    private static void text(String field, @Nullable String value, int shortest, int longest) {
        if (value != null && (value.length() < shortest || value.length() > longest)) {
            throw Refused.invalid(
                    field,
                    field + " has " + value.length() + " characters; allowed are " + shortest + " to " + longest + ".");
        }
    }

    private static void range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refused.invalid(
                    field,
                    field + " is " + value + "; allowed is a whole number "
                            + (most == Integer.MAX_VALUE
                                    ? "from " + least + "."
                                    : "from " + least + " to " + most + "."));
        }
    }
}
