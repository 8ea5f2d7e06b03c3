package org.ohmstead.stations.availability;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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
    /** A word that no version has (field note 49); the station's own word is kept beside it. */
    UNKNOWN;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static final Map<String, ConnectorStatus> BY_LETTERS =
            Arrays.stream(values()).collect(Collectors.toMap(status -> letters(status.name()), status -> status));

    /** The status that a station means, in whatever spelling: {@code SuspendedEV}, {@code suspended_ev}. */
    public static ConnectorStatus of(String raw) {
        return BY_LETTERS.getOrDefault(letters(raw), UNKNOWN);
    }

    /** The letters of ASCII, in lower case. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char lower = (char) (text.charAt(i) | 0x20);
            if (lower >= 'a' && lower <= 'z') {
                letters.append(lower);
            }
        }
        return letters.toString();
    }
}
