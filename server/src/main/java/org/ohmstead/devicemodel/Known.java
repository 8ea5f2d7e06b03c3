package org.ohmstead.devicemodel;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whence a value is known; the words of the API are these in small letters. */
@Schema(name = "VariableKnown")
public enum Known {
    /** The station told it in a report of its device model. */
    REPORTED,
    /** It was asked for, and the station answered it. */
    READ,
    /** The station has accepted it, and was not asked since. */
    WRITTEN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Known of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
