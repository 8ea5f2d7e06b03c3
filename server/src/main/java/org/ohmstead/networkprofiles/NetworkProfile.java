package org.ohmstead.networkprofiles;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a slot of a station was last to hold.
 *
 * @param profile    {@code connectionData} of SetNetworkProfile, without secrets
 * @param reason     why not; null: nobody says
 * @param by         who wanted it
 * @param command    its number
 * @param answeredAt when the command ended; null: it has not
 */
public record NetworkProfile(
        int slot,
        JsonNode profile,
        State state,
        @Nullable String reason,
        String by,
        long command,
        Instant sentAt,
        @Nullable Instant answeredAt) {

    /** The words of the API are these in small letters. */
    @Schema(name = "NetworkProfileState")
    public enum State {
        /** The station has not answered. */
        SENT,
        /** The station holds it. */
        SET,
        /** The station does not take it. */
        REFUSED,
        /** No answer came, so nobody knows. */
        UNKNOWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
