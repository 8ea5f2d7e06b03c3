package org.ohmstead.db.keys;

import org.jspecify.annotations.Nullable;

/** Texts of stations as they are kept. PostgreSQL keeps no NUL in a text, and broken stations send it. */
public final class KeptText {
    private KeptText() {}

    public static String of(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** The same; null: there is none. */
    public static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }
}
