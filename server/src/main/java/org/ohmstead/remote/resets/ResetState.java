package org.ohmstead.remote.resets;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a reset has come; the words of the API are these in small letters. */
@Schema(name = "ResetState")
public enum ResetState {
    /** It waits for its station. */
    QUEUED,
    /** The station was told, and has not answered. */
    REQUESTED,
    /** The station says that it does so; of an EVSE nothing more is heard. */
    ACCEPTED,
    /** The station says that it does so when its sessions have ended. */
    SCHEDULED,
    /** The station has booted. */
    REBOOTED,
    /** The station says that it does not. */
    REJECTED,
    /** No boot has followed in time. */
    EXPIRED,
    /** It never left, or nobody knows what the station made of it. */
    FAILED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ResetState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
