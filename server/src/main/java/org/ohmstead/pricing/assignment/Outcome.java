package org.ohmstead.pricing.assignment;

import java.util.Locale;

/** What became of an assignment that might have applied. */
public enum Outcome {
    /** It is the one. */
    APPLIES,
    /** It would, but another one says more closely for whom, where or at what; or is newer. */
    LESS_CLOSE,
    /** It is of another EVSE of the station. */
    OTHER_EVSE,
    /** It is of another type of connector. */
    OTHER_CONNECTOR_TYPE,
    /** It is of a type of connector, and the station does not tell which one it has there, as 1.6 does not. */
    CONNECTOR_TYPE_UNKNOWN,
    /** It is of another group of tokens. */
    OTHER_TOKEN_GROUP,
    /** It is of a token, and there is none, or of a group, and the token is in none. */
    NO_TOKEN,
    /** The tariff is valid from later on. */
    NOT_VALID_YET,
    /** The tariff was valid until earlier. */
    NOT_VALID_ANY_MORE;

    /** In the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
