package org.ohmstead.locallist;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is done where there are more tokens than a station's list holds; the words of the API are these in small letters. */
@Schema(name = "LocalListTooMany")
public enum TooMany {
    /** Nothing is sent, and the refusal names both numbers. */
    REFUSE,
    /** Those are sent that were changed last; the others have to be asked for, which takes a connection. */
    NEWEST;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TooMany of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
