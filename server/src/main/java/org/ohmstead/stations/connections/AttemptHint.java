package org.ohmstead.stations.connections;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a refused attempt seems to come from. Never told to the one that was refused, whom it would help to guess.
 *
 * @param value what the kind says; never a password, nor a part of one
 */
public record AttemptHint(Kind kind, @Nullable String value) {

    /** What was found when it was looked at more closely. */
    @Schema(name = "RefusalHint")
    public enum Kind {
        /** There are stations of a similar identity, which the value names. */
        SIMILAR_IDENTITY,
        /** The password is right but for blanks or a line end around it. */
        PASSWORD_WITH_BLANKS,
        /** It is right but for quotation marks around it. */
        PASSWORD_IN_QUOTES,
        /** It is right in other upper and lower case. */
        PASSWORD_IN_OTHER_CASE,
        /** It is right once its percent signs are decoded. */
        PASSWORD_PERCENT_ENCODED,
        /** It was written as base64 once more. */
        PASSWORD_BASE64_TWICE,
        /** Its hex digits were taken for text and written as hex once more. */
        PASSWORD_HEX_TWICE,
        /** Its hex digits have separators or 0x before them. */
        PASSWORD_HEX_WITH_SEPARATORS,
        /** It is in Latin-1 where UTF-8 is right. */
        PASSWORD_IN_LATIN_1,
        /** The user name stands before it a second time. */
        PASSWORD_WITH_USER_NAME,
        /** It is the one that counted before. */
        PASSWORD_FORMER,
        /** It is that of another station, which the value names. */
        PASSWORD_OF_OTHER_STATION,
        /** Nothing stands behind the colon. */
        PASSWORD_EMPTY,
        /** User name and password stand in each other's place. */
        SWAPPED,
        /** The password is right, the user name is not; the value is the user name that came. */
        ONLY_USER_NAME_WRONG,
        /** The password is right, and no user name stands before it. */
        USER_NAME_MISSING,
        /** The header Authorization has another scheme than Basic, which the value names. */
        NOT_BASIC,
        /** The header Authorization cannot be read. */
        UNREADABLE_CREDENTIALS;

        /** Whether the value names other stations. */
        public boolean namesStations() {
            return this == SIMILAR_IDENTITY || this == PASSWORD_OF_OTHER_STATION;
        }

        /** As it stands in the database and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static AttemptHint of(Kind kind) {
        return new AttemptHint(kind, null);
    }
}
