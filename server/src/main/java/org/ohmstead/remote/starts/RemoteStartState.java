package org.ohmstead.remote.starts;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a remote start has come; the words of the API are these in small letters. */
@Schema(name = "RemoteStartState")
public enum RemoteStartState {
    /** It waits for its station. */
    QUEUED,
    /** The station was told, and has not answered. */
    REQUESTED,
    /** The station says that it will. */
    ACCEPTED,
    /** A vehicle was plugged in since, or was there already. */
    PLUGGED,
    /** A session has begun. */
    STARTED,
    /** The station says that it will not. */
    REJECTED,
    /** Nothing followed in time. */
    EXPIRED,
    /** It never left, or nobody knows what the station made of it. */
    FAILED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RemoteStartState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the station is, or may be, about to begin. */
    boolean isUnderWay() {
        return this == REQUESTED || this == ACCEPTED || this == PLUGGED;
    }
}
