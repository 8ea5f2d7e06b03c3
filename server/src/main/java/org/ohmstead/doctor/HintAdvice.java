package org.ohmstead.doctor;

import org.ohmstead.stations.connections.AttemptHint;

/** What was found when a refused attempt was looked at more closely, in a sentence. */
public final class HintAdvice {
    private HintAdvice() {}

    public static String of(AttemptHint hint) {
        String value = hint.value() == null ? "" : hint.value();
        return switch (hint.kind()) {
            case SIMILAR_IDENTITY -> "Registered are similar ones" + (value.isEmpty() ? "." : ": " + value + ".");
            case PASSWORD_WITH_BLANKS -> "The password would be right without the blanks or the line end around it.";
            case PASSWORD_IN_QUOTES -> "The password would be right without the quotation marks around it.";
            case PASSWORD_IN_OTHER_CASE -> "The password would be right in other upper and lower case.";
            case PASSWORD_PERCENT_ENCODED -> "The password would be right without percent-encoding.";
            case PASSWORD_BASE64_TWICE -> "The password was base64-encoded once too often.";
            case PASSWORD_HEX_TWICE ->
                "The hex digits of the password were written as hex once more: type them as they are.";
            case PASSWORD_HEX_WITH_SEPARATORS -> "The hex digits would be right without separators and 0x.";
            case PASSWORD_IN_LATIN_1 -> "The password would be right in UTF-8; choose one of ASCII letters and digits.";
            case PASSWORD_WITH_USER_NAME -> "The user name and a colon stand before the password a second time.";
            case PASSWORD_FORMER -> "It is the password that counted before it was changed here.";
            case PASSWORD_OF_OTHER_STATION ->
                "It is the password of " + (value.isEmpty() ? "another station." : "station " + value + ".");
            case PASSWORD_EMPTY -> "The password that it sends is empty.";
            case SWAPPED -> "User name and password stand in each other's place.";
            case ONLY_USER_NAME_WRONG -> "The password is right; the user name that came is '" + value + "'.";
            case USER_NAME_MISSING -> "The password is right, but no user name stands before it.";
            case NOT_BASIC ->
                "It sends the header Authorization, but not with Basic" + (value.isEmpty() ? "." : ": " + value + ".");
            case UNREADABLE_CREDENTIALS -> "The header Authorization cannot be read: it is no base64.";
        };
    }
}
