package org.ohmstead.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended: the sort keys of its last row, so that the next page begins behind them whatever was added
 * meanwhile. Opaque to the outside.
 *
 * @param keys in the order of sorting; the last one makes the row unique
 */
public record Cursor(List<String> keys) {
    private static final char SEPARATOR = '\u001f';

    public Cursor {
        keys = List.copyOf(keys);
    }

    /** A cursor of a list that is sorted by a number, such as an id. */
    public static Cursor at(long id) {
        return new Cursor(List.of(Long.toString(id)));
    }

    /** A cursor of a list that is sorted by these. */
    public static Cursor at(String... keys) {
        return new Cursor(List.of(keys));
    }

    /** The query parameter {@code cursor}; null where it is absent or empty: the first page. */
    public static @Nullable Cursor of(@Nullable String parameter) {
        if (parameter == null || parameter.isBlank()) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parameter.strip()));
            String joined = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (joined.indexOf('\0') >= 0) {
                throw unknown();
            }
            return new Cursor(List.of(joined.split(String.valueOf(SEPARATOR), -1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unknown();
        }
    }

    /** As it stands in {@code next}. */
    public String text() {
        byte[] joined = String.join(String.valueOf(SEPARATOR), keys).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
    }

    /** The key at a position of a list that is sorted by so many. */
    public String key(int position, int of) {
        if (keys.size() != of) {
            throw unknown();
        }
        return keys.get(position);
    }

    /** A key of a list that is sorted by so many, where it is a whole number. */
    public int number(int position, int of) {
        try {
            return Integer.parseInt(key(position, of));
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    /** The only key of a list that is sorted by a number. */
    public long id() {
        return id(0, 1);
    }

    /** A key of a list that is sorted by so many, where it is the number of a row. */
    public long id(int position, int of) {
        try {
            return Long.parseLong(key(position, of));
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refused.invalid(
                "cursor",
                "cursor is none that this list has given out. Take it unchanged from next of the page before, or leave it out.");
    }
}
