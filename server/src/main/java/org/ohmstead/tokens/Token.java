package org.ohmstead.tokens;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token that an operator knows.
 *
 * @param value           as it was registered; compared by its {@link #key}
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
 * @param alsoKnownAs     further values of it, for readers that make something else of the same card; in the order of their keys
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
        @Nullable String note,
        List<String> alsoKnownAs) {

    public Token {
        allowed = List.copyOf(allowed);
        alsoKnownAs =
                alsoKnownAs.stream().sorted(Comparator.comparing(Token::key)).toList();
    }

    /** A token with one value only. */
    public Token(
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
        this(
                value,
                type,
                group,
                blocked,
                expiresAt,
                maxSessions,
                allowed,
                priority,
                language,
                personalMessage,
                note,
                List.of());
    }

    /**
     * A place where a token may be used.
     *
     * @param station identity of the station, compared without case
     * @param evses   its EVSEs (1.6: connectors); empty: all
     */
    @Schema(name = "TokenPlace")
    public record Place(String station, List<Integer> evses) {
        public Place {
            evses = List.copyOf(evses);
        }

        boolean isAt(String identity) {
            return station.equalsIgnoreCase(identity);
        }
    }

    /**
     * Under which a value is stored and compared: without case, without blanks around it, and a card's number without the
     * separators between its bytes.
     */
    public static String key(String value) {
        return TokenSpelling.key(value);
    }

    public String key() {
        return key(value);
    }

    /** Whether it is refused wherever it is shown. */
    public boolean isRefused(Instant now) {
        return blocked || (expiresAt != null && !now.isBefore(expiresAt));
    }

    /** Of all its values. */
    public Stream<String> keys() {
        return Stream.concat(Stream.of(key()), alsoKnownAs.stream().map(Token::key));
    }

    /**
     * The field by which it cannot stand beside another token; null: it can. A value may stand once for each type; a further
     * value belongs to one token alone.
     */
    public @Nullable String clash(Token other) {
        for (int i = 0; i < alsoKnownAs.size(); i++) {
            String key = key(alsoKnownAs.get(i));
            if (other.keys().anyMatch(key::equals)) {
                return "alsoKnownAs[" + i + "]";
            }
        }
        boolean same = other.key().equals(key())
                ? other.type().equals(type)
                : other.keys().anyMatch(key()::equals);
        return same ? "value" : null;
    }
}
