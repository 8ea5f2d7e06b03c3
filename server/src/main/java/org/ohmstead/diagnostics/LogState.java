package org.ohmstead.diagnostics;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a request for a log has come. */
@Schema(name = "LogRequestState")
public enum LogState {
    /** The station has not answered yet, or is not connected. */
    REQUESTED,
    /** It will upload. */
    ACCEPTED,
    UPLOADING,
    /** The file is here, or the station says so. */
    UPLOADED,
    /** It has nothing to upload. */
    NOTHING,
    FAILED,
    /** It does not do it, or was never told. */
    REFUSED,
    /** A newer request stands in its place. */
    CANCELLED;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LogState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isEnd() {
        return switch (this) {
            case REQUESTED, ACCEPTED, UPLOADING -> false;
            case UPLOADED, NOTHING, FAILED, REFUSED, CANCELLED -> true;
        };
    }
}
