package org.ohmstead.configuration;

import org.jspecify.annotations.Nullable;
import org.ohmstead.devicemodel.Address;

/**
 * What became of a value that a station was to be set to.
 *
 * @param result  the station's word, such as {@code Accepted}; without one how its command stands, such as {@code timedOut}, or
 *                {@link #WAITS} or {@link #NOT_SENT}
 * @param reason  why; null: nobody says
 * @param command number of the command; null: none was sent
 */
public record SettingResult(
        Address address,
        String result,
        @Nullable String reason,
        @Nullable Long command) {
    public static final String WAITS = "waits";
    public static final String NOT_SENT = "notSent";
    public static final String NO_RESULT = "noResult";

    /** Whether the station has taken it, perhaps for its next boot. */
    public boolean isTaken() {
        return result.equals("Accepted") || result.equals("RebootRequired");
    }

    /** Whether it is not known yet. */
    public boolean isOpen() {
        return result.equals(WAITS);
    }
}
