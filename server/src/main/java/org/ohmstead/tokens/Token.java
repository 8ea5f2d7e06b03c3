package org.ohmstead.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A token that an operator knows.
 *
 * @param value           as it was registered; compared without case
 * @param type            OCPP 2.x type such as {@code ISO14443} or {@code eMAID}; 2.1 leaves the list open
 * @param group           parent (1.6) or group (2.x): tokens with the same one may stop each other's sessions; null: none
 * @param blocked         refused wherever it is shown
 * @param expiresAt       refused from then on; null: never
 * @param maxSessions     how many sessions may run with it at once; 0: any number
 * @param allowed         where it may be used; empty: everywhere
 * @param priority        charging priority -9 to 9; null: the station's default
 * @param language        RFC 5646 tag of the driver; null: not known
 * @param personalMessage text that a station shows the driver; null: none
 * @param note            for the operator's own use; null: none
 */
public record Token(
        String value,
        String type,
        @Nullable String group,
        boolean blocked,
        @Nullable Instant expiresAt,
        int maxSessions,
        List<Place> allowed,
        @Nullable Integer priority,
        @Nullable String language,
        @Nullable String personalMessage,
        @Nullable String note) {

    public Token {
        allowed = List.copyOf(allowed);
    }

    /**
     * A place where a token may be used.
     *
     * @param station identity of the station, compared without case
     * @param evses   its EVSEs (1.6: connectors); empty: all
     */
    public record Place(String station, List<Integer> evses) {
        public Place {
            evses = List.copyOf(evses);
        }
    }

    /** Under which a value is stored and compared: 1.6 CiString20Type and 2.x identifierString know no case. */
    public static String key(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    public String key() {
        return key(value);
    }
}
