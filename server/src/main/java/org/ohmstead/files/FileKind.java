package org.ohmstead.files;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a file is. */
@Schema(name = "FileKind")
public enum FileKind {
    /** An image that stations load and install. */
    FIRMWARE,
    /** What a station has left: a log, or diagnostics. */
    LOG;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
