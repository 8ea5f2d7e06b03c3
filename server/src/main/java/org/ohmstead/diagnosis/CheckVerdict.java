package org.ohmstead.diagnosis;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check came to. */
@Schema(name = "CheckVerdict")
public enum CheckVerdict {
    OK,
    /** It can keep a session from starting. */
    PROBLEM,
    /** Nothing is kept that would tell. */
    UNKNOWN;

    /** As it stands in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
