package org.ohmstead.ocpp.codec;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fixed set of words, found in the parser's own buffer without making a text of it: meter values name a dozen enum
 * constants each.
 */
final class Words<V> {
    private final char[][] words;
    private final @Nullable Object[] values;
    private final int mask;

    Words(Map<String, ? extends V> entries) {
        int size = Integer.highestOneBit(Math.max(1, entries.size())) * 4;
        words = new char[size][];
        values = new @Nullable Object[size];
        mask = size - 1;
        entries.forEach((word, value) -> {
            char[] letters = word.toCharArray();
            int at = slot(letters, 0, letters.length);
            while (values[at] != null) {
                at = (at + 1) & mask;
            }
            words[at] = letters;
            values[at] = value;
        });
    }

    /** The value of the word that stands there, or null. */
    @SuppressWarnings("unchecked") // only V was put in
    @Nullable
    V find(char[] text, int from, int length) {
        if (length == 0) {
            return null;
        }
        for (int at = slot(text, from, length); values[at] != null; at = (at + 1) & mask) {
            char[] word = words[at];
            if (Arrays.equals(word, 0, word.length, text, from, from + length)) {
                return (V) values[at];
            }
        }
        return null;
    }

    /** Length and three letters tell nearly all words of an enum apart. */
    private int slot(char[] text, int from, int length) {
        if (length == 0) {
            return 0;
        }
        int hash = ((length * 31 + text[from]) * 31 + text[from + length / 2]) * 31 + text[from + length - 1];
        return (hash ^ (hash >>> 7)) & mask;
    }
}
