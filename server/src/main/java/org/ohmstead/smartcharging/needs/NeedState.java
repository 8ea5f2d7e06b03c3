package org.ohmstead.smartcharging.needs;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the answer to an EV has come; the words of the API are these in small letters. */
@Schema(name = "ChargingNeedState")
public enum NeedState {
    /** A profile is to be sent. */
    WAITING,
    /** The station has accepted one. */
    ACCEPTED,
    /** The station has not, or it could not be asked. */
    REFUSED,
    /** The EV was told that there will be none. */
    NONE,
    /** Its session has ended, or it has asked again since. */
    OVER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NeedState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
