package org.ohmstead.tokens;

import java.util.Locale;

/** What is said about a token; each version has its own words for these (behaviour 4.1; OCPP 2.x C01, 1.6 §7.2). */
public enum TokenStatus {
    ACCEPTED,
    BLOCKED,
    /** Runs in another session, and may not run in more. */
    CONCURRENT,
    EXPIRED,
    /** Known, but of no use. */
    INVALID,
    NO_CREDIT,
    NOT_ALLOWED_TYPE_EVSE,
    NOT_AT_THIS_LOCATION,
    NOT_AT_THIS_TIME,
    /** Nobody has heard of it. */
    UNKNOWN;

    /** As it stands in rows and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
