package org.ohmstead.stations;

import java.util.Locale;

/** The state of a connector in the words of all versions together. */
public enum ConnectorStatus {
    AVAILABLE,
    /** 1.6: somebody is there, nothing flows yet. */
    PREPARING,
    CHARGING,
    SUSPENDED_EV,
    SUSPENDED_EVSE,
    /** 1.6: the transaction has ended, the cable is still in. */
    FINISHING,
    /** 2.x: in use, or a vehicle is there; what it does there is a matter of its charging session. */
    OCCUPIED,
    RESERVED,
    UNAVAILABLE,
    FAULTED,
    /** A word that no version has (gotcha 49); the station's own word is kept beside it. */
    UNKNOWN;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status that a station means, in whatever spelling: {@code SuspendedEV}, {@code suspended_ev}. */
    public static ConnectorStatus of(String raw) {
        String letters = letters(raw);
        for (ConnectorStatus status : values()) {
            if (letters(status.name()).equals(letters)) {
                return status;
            }
        }
        return UNKNOWN;
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
