package org.ohmstead.stations;

import java.util.Locale;

/** What a station was told by the answer to its last BootNotification: what it believes itself to be. */
public enum Registration {
    /** It has never sent one. */
    NONE,
    ACCEPTED,
    PENDING,
    REJECTED;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Registration of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
