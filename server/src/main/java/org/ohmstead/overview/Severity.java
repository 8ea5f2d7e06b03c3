package org.ohmstead.overview;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How soon somebody has to look at it; the worst first. */
@Schema(name = "AttentionSeverity")
public enum Severity {
    CRITICAL,
    WARNING,
    INFO;

    /** As it stands in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
