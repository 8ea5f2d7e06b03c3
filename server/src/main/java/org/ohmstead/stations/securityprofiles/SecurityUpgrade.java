package org.ohmstead.stations.securityprofiles;

import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A station's way to a higher security profile (A05).
 *
 * @param profile   where it is to go
 * @param before    where it was; null: none was set
 * @param slot      of its network profile; null: it speaks 1.6
 * @param reason    what was found, or why not; null: nothing to say
 * @param by        who wanted it
 * @param changedAt when it came into this state
 */
public record SecurityUpgrade(
        int profile,
        @Nullable Integer before,
        @Nullable Integer slot,
        State state,
        @Nullable String reason,
        String by,
        Instant beganAt,
        Instant changedAt) {

    /** The words of the API are these in small letters. */
    @Schema(name = "SecurityUpgradeState")
    public enum State {
        /** The station is being told. */
        TELLING,
        /** It was told, and has not come by the new profile yet: the old one and the new one count. */
        PENDING,
        /** It has come by the new profile, and nothing lower counts any more (A05.FR.07). */
        CONNECTED,
        /** It does not take it; the old profile counts. */
        FAILED,
        /** An operator has ended it; the old profile counts. */
        CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** Whether the station may come by the new profile as well as by the old one. */
        public boolean isOpen() {
            return this == TELLING || this == PENDING;
        }
    }

    /** Whether it is the same way, in whatever state. */
    public boolean isSame(SecurityUpgrade other) {
        return profile == other.profile && beganAt.equals(other.beganAt) && by.equals(other.by);
    }

    public SecurityUpgrade with(State next, @Nullable String why, Instant at) {
        return new SecurityUpgrade(profile, before, slot, next, why, by, beganAt, at);
    }
}
